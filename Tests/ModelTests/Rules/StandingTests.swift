import Model
import Testing

@Suite struct StandingTests {
    private func standing(
        _ purchase: Purchase, marks: [Mark] = [], alarms: [Alarm] = [], isHeld: Bool = false,
        isGone: Bool = false, needsAddress: Bool = true
    ) -> Standing {
        Standing(
            purchase, figures: Figures(purchase, marks: marks, isGone: isGone), marks: marks, alarms: alarms,
            isHeld: isHeld, needsAddress: needsAddress)
    }

    private func purchase(shipped: Int = 0, cancelled: Int = 0) -> Purchase {
        Samples.purchase(
            [Samples.line(1, 3, item: 32)],
            cancelled: cancelled > 0 ? [Samples.cancelled(cancelled, item: 32)] : [],
            ledger: shipped > 0 ? [Samples.shipped(1, shipped)] : [])
    }

    @Test(arguments: [
        (0, 0, PurchaseState.toShip), (1, 0, .partly), (3, 0, .shipped), (2, 1, .shipped), (0, 3, .nothing),
        (0, 1, .toShip), (1, 1, .partly),
    ])
    func theStateFollowsFromTheNumbers(shipped: Int, cancelled: Int, state: PurchaseState) {
        #expect(standing(purchase(shipped: shipped, cancelled: cancelled)).state == state)
    }

    @Test func whatWaitsCountsAsShippedAndShowsASign() {
        let part = standing(purchase(), marks: [Samples.mark(1, 2, .queued)])
        #expect(part == Standing(state: .partly, attention: [], isWaiting: true, waiting: .queued))
        let all = standing(purchase(), marks: [Samples.mark(1, 3, .unknown)])
        #expect(all == Standing(state: .shipped, attention: [], isWaiting: true, waiting: .unknown))
    }

    @Test func allTakenBackIsToShipAgain() {
        let undone = Samples.purchase(
            [Samples.line(1, 3)], ledger: [Samples.shipped(1, 3), Samples.shipped(1, -3)])
        #expect(standing(undone).state == .toShip)
    }

    @Test func aHeldPurchaseIsHeldWhateverElse() {
        #expect(standing(purchase(), isHeld: true).state == .held)
        #expect(standing(purchase(shipped: 3), isHeld: true).state == .held)
    }

    @Test func whatIsGoneIsNothingOrShipped() {
        #expect(standing(purchase(), isGone: true).state == .nothing)
        #expect(standing(purchase(shipped: 1), isGone: true).state == .shipped)
    }

    @Test(arguments: [
        (MarkState.attention, [AttentionReason.unsettled]), (.conflict, [.conflict]), (.failed, [.failed]),
        (.queued, []), (.confirmed, []), (.dropped, []),
    ])
    func marksCallForAttentionByTheirState(state: MarkState, reasons: [AttentionReason]) {
        #expect(standing(purchase(), marks: [Samples.mark(1, 1, state)]).attention == reasons)
    }

    @Test func aMissingAddressMattersWhileSomethingIsToShip() {
        let bare = Samples.purchase([Samples.line(1, 1)], address: nil)
        #expect(standing(bare).attention == [.noAddress])
        #expect(standing(bare, needsAddress: false).attention == [])
        let done = Samples.purchase([Samples.line(1, 1)], ledger: [Samples.shipped(1, 1)], address: nil)
        #expect(standing(done).attention == [])
    }

    @Test func moneyBackMattersWhileSomethingIsToShip() {
        #expect(standing(Samples.documented).attention.contains(.refunded))
        let done = Samples.purchase(
            [Samples.line(1, 1)], ledger: [Samples.shipped(1, 1)],
            refunds: [Refund(id: 1, amountInCents: 1, at: 1)])
        #expect(standing(done).attention == [])
    }

    @Test func moreOnTheLedgerThanBoughtIsTold() {
        #expect(standing(purchase(shipped: 4)).attention == [.overshipped])
        #expect(
            standing(purchase(shipped: 3), marks: [Samples.mark(1, 1, .confirmed)]).attention == [
                .overshipped
            ])
    }

    @Test func competingLinesAreTold() {
        let twins = Samples.purchase(
            [Samples.line(1, 2, item: 32), Samples.line(2, 2, item: 32)],
            cancelled: [Samples.cancelled(1, item: 32)])
        #expect(standing(twins).attention == [.linesCompete])
    }

    @Test func alarmsStayUntilTakenAwayAndReasonsComeInOneOrder() {
        let alarms = [
            Alarm(reason: .unlisted, words: "a"), Alarm(reason: .landedLate, words: "b"),
            Alarm(reason: .unlisted, words: "c"),
        ]
        let marks = [Samples.mark(1, 1, .failed), Samples.mark(1, 1, .conflict)]
        #expect(
            standing(purchase(), marks: marks, alarms: alarms).attention
                == [.conflict, .failed, .landedLate, .unlisted])
    }
}
