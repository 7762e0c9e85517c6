import Model
import TestKit
import Testing
import ViewModels

/// Many at once from stores that can take different things: the form offers what all of them can.
@Suite struct MixedBulkTests {
    private func robot(_ details: PurchaseDetail...) -> Robot {
        var bench = Surroundings.bench
        bench.stores = [.gala, .office, .boxoffice]
        return Robot(bench, shelf: Shelf(details))
    }

    private func labels(_ robot: Robot) -> [String]? { robot.desk.shipForm?.form.active.map(\.label) }

    @Test func ordersAreAskedForTheirNumbersAndForNoDay() throws {
        var robot = robot(.order("TX1"), .order("TX2"))
        robot.press("A", "f")
        #expect(labels(robot) == ["Tracking", "TX1", "TX2"])
        robot.press("pgdn")
        #expect(robot.desk.question == nil)
        let form = try #require(robot.desk.shipForm)
        #expect(form.form.focused?.label == "TX1")
        #expect(form.form.focused?.problem == "boxoffice ships by tracking number: give it one.")
        robot.type("1Z1")
        robot.press("tab")
        robot.type("1Z2")
        robot.press("pgdn")
        #expect(robot.desk.question?.question == "Ship 4 items of 2 purchases?")
        _ = robot.takeAsked()
        robot.press("y")
        let request = try #require(robot.takeAsked().submitted.first)
        #expect(request.lines.map(\.tracking) == ["1Z1", "1Z2"])
        #expect(request.deliverBy == nil)
    }

    @Test func withoutNumbersTheChoiceOfThemSaysWhoNeedsOne() {
        var robot = robot(.sample(1), .order("TX2"))
        robot.press("A", "f")
        robot.press("up", "up", "space", "pgdn")
        #expect(robot.desk.question == nil)
        #expect(robot.desk.shipForm?.form[.trackingChoice]?.problem == "TX2 is shipped by tracking number.")
    }

    @Test func aParcelAndAnOrderHaveNoDayInCommonAndTheFormSaysWhy() throws {
        var robot = robot(.sample(1), .order("TX2"))
        robot.press("A", "f")
        #expect(labels(robot) == ["Do", "Tracking", "1", "TX2"])
        let form = try #require(robot.desk.shipForm)
        guard case .many(let plan) = form.subject else { return #expect(Bool(false)) }
        #expect(plan.warnings(.sunday).contains("no day for all of them: boxoffice takes none"))
    }

    @Test func listingsAmongParcelsGetNoNumber() throws {
        var robot = robot(.sample(1), .listing(801))
        robot.press("A", "f", "space")
        #expect(labels(robot) == ["Do", "Tracking", "1"])
        let form = try #require(robot.desk.shipForm)
        guard case .many(let plan) = form.subject else { return #expect(Bool(false)) }
        #expect(plan.warnings(.sunday).first == "no tracking numbers in box-office")
    }

    @Test func whatCannotBeHandedOverIsLeftOutBeforeAnythingIsAsked() {
        var robot = robot(.sample(1), .order("TX2"), .listing(801))
        robot.press("A", "o", "pgdn")
        #expect(robot.desk.question?.question == "Hand over 2 items of 1 purchase?")
        let skipped = robot.desk.question?.lines.map(\.text) ?? []
        #expect(skipped.contains("  2 purchases: \(SkipReason.noHandOver.words)"))
    }
}
