import Model
import TestKit
import Testing
import ViewModels

@Suite struct BothSidesTests {
    private let now = Clock.sunday.now

    private func sides(
        _ mark: Mark, ledger: [Fulfillment] = [], shirts: Int = 3,
        change: (inout BothSides) -> Void = { _ in }
    ) -> BothSides {
        var sides = BothSides(
            mark: mark, detail: .sample(1043, shirts: shirts, ledger: ledger, marks: [mark]),
            readAt: (now - 20) * 1000)
        change(&sides)
        return sides
    }

    /// Three were marked, and two of three were then shipped by somebody else.
    private var conflict: BothSides {
        var mark = Mark.sample(5, quantity: 3, state: .conflict)
        mark.basis.address = .munich
        mark.address = .munich
        return sides(mark, ledger: [Fulfillment(item: 1, at: now - 60, quantity: 2, tracking: "1ZX")])
    }

    private func robot(_ sides: BothSides, readOnly: Bool = false) -> Robot {
        var surroundings = Surroundings.bench
        surroundings.isReadOnly = readOnly
        var robot = Robot(surroundings, shelf: Shelf([sides.detail]))
        robot.shelf.sides = [sides]
        robot.shelf.outbox = [sides.row]
        robot.press("O", "enter")
        _ = robot.takeAsked()
        return robot
    }

    @Test func whatChangedInBetweenIsASentence() {
        let told = conflict.verdict(in: .bench)
        #expect(told[0] == "3 were safe when zoe marked it, 1 is now.")
        #expect(told[1] == "Somebody else shipped 2 with tracking 1ZX at 14:01.")
        #expect(told[2] == "It was not sent.")
    }

    @Test func aSmallMarkIsNotSaidToHaveBeenAllThatWasSafe() {
        let ledger = [Fulfillment(item: 1, at: now - 60, quantity: 1, tracking: "1ZX")]
        let told = sides(.sample(5, quantity: 1, state: .conflict), ledger: ledger).verdict(in: .bench)
        #expect(told[0] == "zoe marked 1; 2 are safe now.")
    }

    @Test func everyEntryOfTheLedgerSaysWhoseItIs() {
        let ledger = [
            Fulfillment(item: 1, at: now - 90, quantity: 1, tracking: "1Z5"),
            Fulfillment(item: 1, at: now - 60, quantity: 1, tracking: "1Z5"),
            Fulfillment(item: 1, at: now - 50, quantity: 1), Fulfillment(item: 2, at: now - 50, quantity: 1),
        ]
        let keys = entryKeys(of: ledger)
        let mark = Mark.sample(5, quantity: 1).claiming(keys[0])
        let told = sides(mark, ledger: ledger) { $0.late = [keys[1]: mark.id] }
        #expect(told.entries.map(\.owner) == [.thisMark, .late(mark.id), .foreign])
        #expect(told.storeSide.map(\.whose) == ["this mark", "ours, one too many", "not ours"])
    }

    @Test func aRetryShipsWhatIsSafeByNow() {
        var robot = robot(conflict)
        robot.press("r")
        #expect(robot.desk.question?.deed == .shipRest(MarkID(5)))
        robot.press("y")
        #expect(robot.takeAsked() == [.marks(.shipRest(MarkID(5), .zoe))])
        robot.answer(.accepted(Accepted(action: ActionID(9), marks: [.sample(6, state: .queued)])))
        #expect(robot.desk.bothSides != nil)
    }

    @Test func whereAllIsSafeTheMarkItselfIsRetried() {
        var robot = robot(sides(.sample(5, quantity: 1, state: .conflict)))
        robot.press("r")
        #expect(robot.desk.question?.deed == .retry([MarkID(5)]))
    }

    @Test func whereNothingIsSafeARetrySaysSo() {
        let ledger = [Fulfillment(item: 1, at: now - 60, quantity: 3)]
        var robot = robot(sides(.sample(5, quantity: 1, state: .conflict), ledger: ledger))
        robot.press("r")
        #expect(robot.desk.question == nil)
        #expect(robot.desk.notice?.text == "Nothing of it is safe to ship now: drop it.")
    }

    @Test func theSurplusIsTakenBackByOneKeyAndAYes() throws {
        let ledger = [
            Fulfillment(item: 1, at: now - 90, quantity: 1, tracking: "1Z5"),
            Fulfillment(item: 1, at: now - 60, quantity: 1, tracking: "1Z5"),
        ]
        let keys = entryKeys(of: ledger)
        let mark = Mark.sample(5, quantity: 1).claiming(keys[0])
        let late = sides(mark, ledger: ledger) {
            $0.late = [keys[1]: mark.id]
            $0.detail.alarms = [Alarm(reason: .landedLate, mark: mark.id, words: "")]
        }
        var robot = robot(late)
        robot.press("t", "y")
        let request = try #require(robot.takeAsked().submitted.first)
        #expect(request.verb == .undo && request.includingOthers)
        #expect(
            request.lines == [
                MarkLine(key: late.detail.key, item: 1, quantity: 1, takesBack: .entry(keys[1]))
            ])
    }

    @Test func whatIsTakenBackAlreadyIsNoSurplus() {
        let ledger = [Fulfillment(item: 1, at: now - 60, quantity: 1, tracking: "1Z5")]
        let key = entryKeys(of: ledger)[0]
        let mark = Mark.sample(5, quantity: 1)
        let undo = Mark.sample(6, quantity: 1, state: .queued).takingBack(.entry(key))
        let told = sides(mark, ledger: ledger) {
            $0.late = [key: mark.id]
            $0.detail.marks = [mark, undo]
        }
        #expect(told.surplus.isEmpty)
    }

    @Test(arguments: [(MarkState.attention, ["c", "a"]), (.unknown, []), (.failed, ["r", "d"])])
    func onlyTheKeysThatSettleItAreOffered(_ state: MarkState, _ keys: [String]) {
        let screen = BothSidesScreen(
            MarkID(5), of: PurchaseDetail.sample(1043).key, sides: sides(.sample(5, state: state)))
        let offered = screen.choices(in: .bench).compactMap { $0.intent.defaults.first?.text }
        #expect(offered == keys)
    }

    @Test func aStationThatOnlyReadsShowsBothSidesAndSettlesNothing() {
        var robot = robot(conflict, readOnly: true)
        #expect(robot.desk.bothSides?.sides != nil)
        robot.press("d")
        #expect(robot.desk.question == nil && robot.desk.notice?.kind == .warning)
    }

    @Test func theDetailLeadsThereAndOnToTheNext() {
        let marks: [Mark] = [.sample(5, state: .attention), .sample(6, state: .conflict)]
        let detail = PurchaseDetail.sample(1043, shirts: 3, marks: marks)
        var robot = Robot(shelf: Shelf([detail]))
        robot.shelf.sides = marks.map { BothSides(mark: $0, detail: detail) }
        robot.press("5", "enter", "enter")
        #expect(robot.desk.bothSides?.mark == MarkID(5))
        robot.press("n")
        #expect(robot.desk.bothSides?.mark == MarkID(6))
        #expect(robot.desk.bothSides?.sides?.mark.id == MarkID(6))
        robot.press("q")
        #expect(robot.desk.openPurchase == 1043)
    }
}
