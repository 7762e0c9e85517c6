import Model
import TestKit
import Testing

@testable import ViewModels

@Suite struct TodayTests {
    @Test func theDayBeginsAtTheStationsMidnight() {
        #expect(Clock(now: 1_795_352_520, utcOffset: 3_600).dayStart == 1_795_302_000)
        #expect(Clock(now: 1_795_302_000, utcOffset: 3_600).dayStart == 1_795_302_000)
        #expect(Clock(now: 1_795_301_999, utcOffset: 3_600).dayStart == 1_795_215_600)
        #expect(Clock(now: 10, utcOffset: -3_600).dayStart == -82_800)
    }

    private let count = Effect.cache(.today(from: Clock.sunday.dayStart, now: Clock.sunday.now))

    @Test func itIsCountedWhenItOpensAndAfterNews() {
        var robot = Robot(shelf: .full(3))
        robot.press("T")
        #expect(robot.takeAsked() == [count])
        robot.answer(.today(DayReport()))
        robot.settle()
        robot.tell(.changed)
        #expect(robot.takeAsked() == [count])
    }

    @Test func manyNewsMakeOneMoreCount() {
        var robot = Robot(shelf: .full(3))
        robot.press("T")
        for _ in 0..<20 { robot.tell(.changed) }
        #expect(robot.takeAsked() == [count])
        robot.answer(.today(DayReport()))
        for _ in 0..<20 { robot.tell(.changed) }
        #expect(robot.takeAsked().isEmpty)
        robot.settle()
        #expect(robot.takeAsked() == [count])
    }

    @Test func aReadOnlyScreenShowsItToo() {
        var surroundings = Surroundings.bench
        surroundings.isReadOnly = true
        var robot = Robot(surroundings, shelf: .full(3))
        robot.press("T")
        #expect(robot.desk.top?.isToday == true)
    }

    @Test func aKeyWritesTheDayIntoAFile() {
        var robot = Robot(shelf: .full(3))
        robot.press("T", "w")
        #expect(robot.desk.line?.entry.text == "report day-2026-11-22.txt")
        _ = robot.takeAsked()
        robot.press("enter")
        let order = ReportOrder(
            path: "day-2026-11-22.txt", replaces: false, station: "bench-3", clock: .sunday)
        #expect(robot.takeAsked() == [.files(.report(order))])
        robot.answer(.wrote("The day is written to x."))
        #expect(robot.desk.notice?.kind == .good)
        robot.press(":")
        robot.type("report! x")
        robot.press("enter")
        guard case .files(.report(let again))? = robot.takeAsked().last else {
            Issue.record("nothing is written")
            return
        }
        #expect(again.replaces)
    }

    @Test func aScreenOnTheWallComesBackToIt() {
        var robot = Robot(shelf: .full(3))
        robot.press("T")
        let again = Robot(shelf: robot.shelf, resuming: robot.dashboard.memory(wasCutOff: true))
        #expect(again.desk.top?.isToday == true)
    }
}
