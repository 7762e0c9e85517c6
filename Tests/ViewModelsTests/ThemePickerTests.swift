import TestKit
import Testing

@testable import ViewModels

@Suite struct ThemePickerTests {
    private static let choices = [
        ThemeChoice(name: "harbour", summary: "dark"), ThemeChoice(name: "paper", summary: "light"),
        ThemeChoice(name: "mine", summary: "", problem: "mine.yaml:3: there is no role `tex`."),
    ]

    /// At the picker, with the second of three themes worn.
    private func picking() -> Robot {
        var surroundings = Surroundings.bench
        surroundings.theme = "paper"
        var robot = Robot(surroundings)
        robot.press(":")
        robot.type("theme")
        robot.press("enter")
        robot.answer(.themes(Self.choices))
        _ = robot.takeAsked()
        return robot
    }

    @Test func beginsAtTheThemeThatIsWorn() throws {
        guard case .themes(let picker)? = picking().desk.top else { throw Missing() }
        #expect(picker.current?.name == "paper")
    }

    @Test func theWholeScreenWearsWhatIsPointedAt() {
        var robot = picking()
        robot.press("up")
        #expect(robot.takeAsked() == [.app(.theme("harbour"))])
        #expect(robot.desk.surroundings.theme == "harbour")
    }

    @Test func leavingPutsBackWhatWasWorn() {
        var robot = picking()
        robot.press("up", "esc")
        #expect(robot.desk.surroundings.theme == "paper")
        #expect(robot.desk.top == nil)
    }

    @Test func enterKeepsIt() {
        var robot = picking()
        robot.press("up", "enter")
        #expect(robot.desk.surroundings.theme == "harbour")
        #expect(robot.desk.notice?.text == "Theme harbour.")
        #expect(robot.desk.top == nil)
    }

    @Test func aThemeThatIsWrongSaysWhyAndIsNotWorn() {
        var robot = picking()
        robot.press("down")
        #expect(robot.desk.surroundings.theme == "paper")
        #expect(robot.desk.notice?.text.contains("there is no role") == true)
        robot.press("enter")
        #expect(robot.desk.top != nil)
    }

    private struct Missing: Error {}
}
