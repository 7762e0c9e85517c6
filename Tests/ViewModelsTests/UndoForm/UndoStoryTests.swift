import Model
import TestKit
import Testing
import ViewModels

@Suite struct UndoStoryTests {
    private let elsewhere = Fulfillment(item: 1, at: 1_795_300_000, quantity: 1, tracking: "ELSE1")

    @Test func theFormProposesWhatWasDoneLastAndListsTheRest() throws {
        let marks: [Mark] = [.sample(1, action: 1), .sample(2, action: 2, item: 2)]
        let detail = PurchaseDetail.sample(1043, shirts: 4, mugs: 2, ledger: [elsewhere], marks: marks)
        var robot = Robot(shelf: Shelf([detail]))
        robot.press("2", "u")
        let form = try #require(robot.desk.undoForm)
        #expect(form.sources.map(\.itemName) == ["Mug", "Shirt, L", "Shirt, L"])
        #expect(form.sources.map(\.isOurs) == [true, true, false])
        #expect(form.form.fields.map(\.entry.text) == ["1", "0", "0"])
        #expect(form.form.fields[2].note.contains("made elsewhere"))

        robot.press("pgdn")
        #expect(robot.desk.question?.question == "Take back 1 item?")
        _ = robot.takeAsked()
        robot.press("y")
        let request = try #require(robot.takeAsked().submitted.first)
        #expect(request.verb == .undo)
        #expect(request.lines.map(\.takesBack) == [.mark(MarkID(2))])
        #expect(!request.includingOthers)
    }

    @Test func whatOthersShippedIsTakenBackOnlyByName() throws {
        let detail = PurchaseDetail.sample(1043, shirts: 4, ledger: [elsewhere])
        var robot = Robot(shelf: Shelf([detail]))
        robot.press("2", "u", "pgdn")
        #expect(robot.desk.undoForm?.problem != nil)
        robot.press("ctrl-u", "1", "pgdn")
        #expect(robot.desk.question?.lines.last?.text == "Some of it was shipped by somebody else.")
        _ = robot.takeAsked()
        robot.press("y")
        let request = try #require(robot.takeAsked().submitted.first)
        #expect(request.lines.map(\.takesBack) == entryKeys(of: [elsewhere]).map { .entry($0) })
        #expect(request.includingOthers)
    }

    @Test func whatNoStoreKnowsOfIsSaidToBeTakenBackHere() throws {
        let detail = PurchaseDetail.sample(1043, marks: [.sample(1, action: 1)])
        func words(_ detail: PurchaseDetail) -> [String]? {
            var surroundings = Surroundings.bench
            surroundings.stores = [.gala, .run]
            var robot = Robot(surroundings, shelf: Shelf([detail]))
            robot.press("2", "u", "pgdn")
            return robot.desk.question?.lines.map(\.text)
        }
        let here = "Taken back on this box: this store knows nothing of it."
        #expect(words(detail)?.contains(here) == false)
        #expect(words(detail.inStore(.run))?.contains(here) == true)
    }

    @Test func trackingMadeElsewhereIsShownAsTheLedgerHasIt() {
        let sources = UndoSource.all(of: .sample(1043, ledger: [elsewhere]))
        #expect(sources.map(\.tracking) == ["ELSE1"])
    }

    @Test func whatWasTakenBackIsNotOfferedAgain() {
        let taken: [Mark] = [
            .sample(1, quantity: 2),
            .sample(2, state: .queued).takingBack(.mark(MarkID(1))),
        ]
        #expect(UndoSource.all(of: .sample(1043, marks: taken)).map(\.available) == [1])
        var dropped = taken
        dropped[1].state = .dropped
        #expect(UndoSource.all(of: .sample(1043, marks: dropped)).map(\.available) == [2])
    }

    @Test func anEntryThatOursMadeIsNotListedTwice() {
        let entry = entryKeys(of: [elsewhere])[0]
        let marks: [Mark] = [.sample(1).claiming(entry)]
        let sources = UndoSource.all(of: .sample(1043, ledger: [elsewhere], marks: marks))
        #expect(sources.map(\.takesBack) == [.mark(MarkID(1))])
    }

    @Test func whatSomebodyElseTookBackIsGone() {
        let back = Fulfillment(item: 1, at: 1_795_300_100, quantity: -1)
        #expect(UndoSource.all(of: .sample(1043, ledger: [elsewhere, back])).isEmpty)
    }

    @Test(arguments: [MarkState.conflict, .failed, .dropped, .attention])
    func whatHasNotHappenedOrIsUnclearIsNotOffered(_ state: MarkState) {
        #expect(UndoSource.all(of: .sample(1043, marks: [.sample(1, state: state)])).isEmpty)
    }

    @Test func manyAreTakenBackAtOnce() throws {
        let shelf = Shelf([
            .sample(1, shirts: 1, marks: [.sample(1, purchase: 1)]),
            .sample(2, shirts: 1, marks: [.sample(2, purchase: 2)]),
            .sample(3, shirts: 1, ledger: [elsewhere]),
        ])
        var robot = Robot(shelf: shelf)
        robot.press("4", "A", "u")
        #expect(robot.desk.question?.question == "Take back 2 items of 2 purchases?")
        #expect(robot.desk.question?.lines.last?.text == "  1 purchase: nothing that this box marked")
    }

    @Test func withNothingToTakeBackTheKeySaysSo() {
        var robot = Robot(shelf: .full(2))
        robot.press("u")
        #expect(
            robot.desk.notice?.text
                == "Nothing of 1001 was shipped; :undo takes back the last action (L: log).")
        robot.press("enter", "u")
        #expect(robot.desk.notice?.text == "Nothing of it can be taken back.")
    }
}
