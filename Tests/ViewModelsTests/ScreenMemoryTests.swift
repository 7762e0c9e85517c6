import FoundationEssentials
import Model
import TestKit
import Testing

@testable import ViewModels

/// A line breaks, and the person comes back.
@Suite struct ScreenMemoryTests {
    /// As it is after a drop: written to a file, read by another process.
    private func back(_ robot: Robot, wasCutOff: Bool = true, later: Int64 = 60) throws -> Robot {
        let memory = robot.dashboard.memory(wasCutOff: wasCutOff)
        let kept = try JSONDecoder().decode(ScreenMemory.self, from: JSONEncoder().encode(memory))
        #expect(kept == memory)
        var surroundings = Surroundings.bench
        surroundings.clock.now += later
        return Robot(surroundings, shelf: robot.shelf, resuming: kept)
    }

    @Test func viewPageCursorAndMarksComeBack() throws {
        var robot = Robot(shelf: .full(90))
        robot.press("5", "pgdn", "space", "space", "down")
        let again = try back(robot)
        #expect(again.list.query.filter == robot.list.query.filter)
        #expect(again.list.rows == robot.list.rows)
        #expect(again.list.offset == robot.list.offset)
        #expect(again.list.current?.key == robot.list.current?.key)
        #expect(again.list.marks == robot.list.marks)
        #expect(again.desk.notice?.text == "Back where the line broke, 2 marked.")
    }

    @Test func whatWasTypedComesBackAlways() throws {
        var robot = Robot(shelf: .full(9))
        robot.press(":")
        robot.type("sort id")
        robot.press("enter")
        for wasCutOff in [true, false] {
            var again = try back(robot, wasCutOff: wasCutOff, later: 86_400)
            again.press(":", "up")
            #expect(again.desk.line?.entry.text == "sort id")
        }
    }

    @Test func aFormThatWasBeingFilledIsFilledAgain() throws {
        var robot = Robot(shelf: Shelf([.sample(1043, shirts: 3, mugs: 1)]))
        robot.press("enter", "f", "1", "enter", "enter")
        robot.type("1Z9")
        let again = try back(robot)
        let form = try #require(again.desk.shipForm)
        #expect(form.form[.tracking]?.entry.text == "1Z9")
        #expect(form.form[.quantity(item: 1)]?.entry.text == "1")
        #expect(form.form.focused?.id == .tracking)
        #expect(again.desk.stack.count == 2)
        #expect(again.desk.notice?.text.contains("nothing was sent") == true)
    }

    @Test func aFormOverManyComesBackOverTheSameMany() throws {
        var robot = Robot(shelf: .full(9))
        robot.press("space", "space", "f")
        robot.type("fri")
        let again = try back(robot)
        let form = try #require(again.desk.shipForm)
        #expect(form.form[.deliverBy]?.entry.text == "fri")
        guard case .many(let plan) = form.subject else {
            Issue.record("a form over one")
            return
        }
        #expect(plan.candidates.count == 2)
    }

    @Test func whatWasShippedMeanwhileIsNotOfferedAgain() throws {
        var robot = Robot(shelf: Shelf([.sample(1043, shirts: 3, mugs: 1)]))
        robot.press("f", "enter", "enter")
        robot.type("1Z9")
        robot.shelf = Shelf([])
        let again = try back(robot)
        #expect(again.desk.shipForm == nil)
        #expect(again.desk.draft == nil)
    }

    @Test func whoQuitFindsTheViewButNoMarksAndNoForm() throws {
        var robot = Robot(shelf: .full(90))
        robot.press("5", "pgdn", "space", "f")
        let again = try back(robot, wasCutOff: false)
        #expect(again.list.query.filter == robot.list.query.filter)
        #expect(again.list.marks.isEmpty)
        #expect(again.list.offset == 0)
        #expect(again.desk.top == nil)
        #expect(again.desk.notice == nil)
    }

    @Test func yesterdaysMarksStayYesterdays() throws {
        var robot = Robot(shelf: .full(9))
        robot.press("space")
        #expect(try back(robot, later: 11 * 3600).list.marks.count == 1)
        #expect(try back(robot, later: 13 * 3600).list.marks.isEmpty)
    }

    @Test func aPageThatIsGoneBecomesTheFirst() throws {
        var robot = Robot(shelf: .full(90))
        robot.press("5", "G")
        robot.shelf.details = Array(robot.shelf.details.prefix(5))
        let again = try back(robot)
        #expect(again.list.rows.count == 5)
        #expect(again.list.offset == 0)
    }

    @Test func aStoreThatIsNoLongerConfiguredIsLeftOut() throws {
        var memory = Robot(shelf: .full(3)).dashboard.memory(wasCutOff: true)
        memory.query.store = StoreID(99)
        memory.marks = [MarkedPurchase(PurchaseKey(store: StoreID(99), purchase: PurchaseID(1)), items: 1)]
        let again = Robot(shelf: .full(3), resuming: memory)
        #expect(again.list.query.store != StoreID(99))
        #expect(again.list.marks.isEmpty)
        #expect(!again.list.rows.isEmpty)
    }
}
