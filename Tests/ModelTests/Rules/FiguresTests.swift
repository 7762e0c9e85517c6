import Model
import Testing

/// The exactly-once protocol, Figures.
@Suite struct FiguresTests {
    private func figures(
        _ items: [PurchasedItem], cancelled: [CancelledItem] = [], ledger: [Fulfillment] = [],
        marks: [Mark] = []
    ) -> Figures {
        Figures(Samples.purchase(items, cancelled: cancelled, ledger: ledger), marks: marks)
    }

    @Test func theDocumentsPurchaseHasTheseNumbers() throws {
        let figures = Figures(Samples.documented, serverRemaining: [3: 3])
        #expect(figures.items.map(\.safe) == [0, 0, 3, 0])
        #expect(figures.items.map(\.cancelled) == [1, 3, 0, 0])
        #expect(figures.items.map(\.net) == [0, 0, 1, 1])
        #expect(figures.items.map(\.serverRemaining) == [nil, nil, 3, nil])
        // Line 4: five bought, all five transferred out, one fulfilled all the same.
        let line = try #require(figures.item(4))
        #expect((line.item.quantity, line.transferredOut, line.net, line.safe) == (5, 5, 1, 0))
        #expect(!figures.linesCompete)
        #expect(figures.safe == 3)
    }

    @Test func whatWasTakenBackIsSafeAgain() {
        let ledger = [Samples.shipped(1, 2), Samples.shipped(1, -1), Samples.shipped(1, 1)]
        let item = figures([Samples.line(1, 3)], ledger: ledger).items[0]
        #expect((item.net, item.safe) == (2, 1))
    }

    @Test func linesOfOneKindShareWhatACancellationLeft() {
        let lines = [Samples.line(1, 2, item: 32, variant: 7), Samples.line(2, 3, item: 32, variant: 7)]
        let figures = figures(lines, cancelled: [Samples.cancelled(1, item: 32, variant: 7)])
        #expect(figures.items.map(\.safe) == [2, 3])
        #expect(figures.linesCompete)

        let rest = self.figures(
            lines, cancelled: [Samples.cancelled(1, item: 32, variant: 7)],
            marks: [Samples.mark(2, 3, .queued)])
        #expect(rest.items.map(\.safe) == [1, 0])
        #expect(!rest.linesCompete)
    }

    @Test func otherVariantsDoNotShare() {
        let lines = [
            Samples.line(1, 2, item: 32, variant: 7), Samples.line(2, 3, item: 32), Samples.line(3, 1),
        ]
        let figures = figures(lines, cancelled: [Samples.cancelled(2, item: 32, variant: 7)])
        #expect(figures.items.map(\.safe) == [0, 3, 1])
        #expect(!figures.linesCompete)
    }

    @Test func tooMuchShippedOfOneLineIsMissingFromItsTwin() {
        let lines = [Samples.line(1, 2, item: 32), Samples.line(2, 3, item: 32)]
        let figures = figures(lines, ledger: [Samples.shipped(1, 3)])
        #expect(figures.items.map(\.safe) == [0, 2])
    }

    @Test(arguments: [MarkState.queued, .sending, .unknown, .attention])
    func openMarksOccupyTheirQuantity(state: MarkState) {
        let item = figures([Samples.line(1, 5)], marks: [Samples.mark(1, 2, state)]).items[0]
        #expect((item.waiting, item.net, item.safe) == (2, 0, 3))
    }

    @Test(arguments: [MarkState.conflict, .failed, .dropped])
    func settledMarksWithoutEffectFreeTheirQuantity(state: MarkState) {
        let item = figures([Samples.line(1, 5)], marks: [Samples.mark(1, 2, state)]).items[0]
        #expect((item.waiting, item.net, item.safe) == (0, 0, 5))
    }

    @Test func aConfirmedMarkCountsOnceWhetherListedOrNot() {
        let entry = Samples.shipped(1, 2)
        let claimed = Samples.mark(1, 2, .confirmed, claimed: entryKeys(of: [entry])[0])
        let listed = figures([Samples.line(1, 5)], ledger: [entry], marks: [claimed]).items[0]
        #expect((listed.net, listed.safe) == (2, 3))
        let unlisted = figures([Samples.line(1, 5)], marks: [Samples.mark(1, 2, .confirmed)]).items[0]
        #expect((unlisted.net, unlisted.safe) == (2, 3))
    }

    @Test(arguments: [MarkState.queued, .sending, .unknown])
    func aWaitingUndoFreesNothing(state: MarkState) {
        let ledger = [Samples.shipped(1, 2)]
        let item = figures([Samples.line(1, 5)], ledger: ledger, marks: [Samples.mark(1, -2, state)]).items[0]
        #expect((item.waiting, item.net, item.safe) == (0, 2, 3))
        let done = figures([Samples.line(1, 5)], ledger: ledger, marks: [Samples.mark(1, -2, .confirmed)])
            .items[0]
        #expect((done.net, done.safe) == (0, 5))
    }

    @Test func nothingIsSafeOfWhatIsClearedOrGone() {
        let items = [Samples.line(1, 5)]
        #expect(Figures(Samples.purchase(items), isGone: true).safe == 0)
        #expect(Figures(Samples.purchase(items, isCleared: true)).safe == 0)
    }

    /// Whatever strangers send: never below zero, never more than was bought of a kind.
    @Test func safeStaysWithinItsBounds() {
        for bought in 0...3 {
            for moved in 0...4 {
                for net in -1...4 {
                    for cut in 0...4 {
                        let figures = figures(
                            [Samples.line(1, bought, item: 1, movedOut: moved), Samples.line(2, 2, item: 1)],
                            cancelled: [Samples.cancelled(cut, item: 1)], ledger: [Samples.shipped(1, net)])
                        #expect(figures.items.allSatisfy { $0.safe >= 0 })
                        #expect(figures.items[1].safe <= 2)
                        #expect(figures.items[0].safe <= max(0, bought - moved - net))
                    }
                }
            }
        }
    }
}
