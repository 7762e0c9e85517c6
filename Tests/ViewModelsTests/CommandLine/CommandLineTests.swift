import Model
import TestKit
import Testing
import ViewModels

@Suite struct CommandLineTests {
    private func run(_ command: String) -> Robot {
        var bench = Surroundings.bench
        bench.stores = [.gala, .run]
        var robot = Robot(bench, shelf: .full(3))
        _ = robot.takeAsked()
        robot.press(":")
        robot.type(command)
        robot.press("enter")
        return robot
    }

    @Test(arguments: [
        ("quit", Effect.app(.quit)), ("sync", .sync(.now(nil))), ("sync full", .sync(.full(nil))),
        ("retry", .sync(.retryPaused(nil))), ("theme paper", .app(.theme("paper"))),
    ])
    func aCommandDoesWhatItSays(_ command: String, _ effect: Effect) {
        var robot = run(command)
        #expect(robot.takeAsked() == [effect])
        #expect(robot.desk.stack.isEmpty)
    }

    @Test func storesAreChosenByName() {
        #expect(run("store city-run").list.query.store == StoreID(2))
        #expect(run("store all").list.query.store == nil)
    }

    @Test(arguments: ["fly", "theme pink", "store", ""]) func aMistakeIsNamedAndStays(_ command: String) {
        let robot = run(command)
        #expect(robot.desk.line?.problem?.hasSuffix(".") == true)
        #expect(robot.desk.line?.entry.text == command)
    }

    @Test func tabCompletes() {
        var robot = Robot(shelf: .full(3))
        robot.press(":", "t", "h", "tab")
        #expect(robot.desk.line?.entry.text == "theme")
        robot.press("space", "p", "tab")
        #expect(robot.desk.line?.entry.text == "theme paper")
    }

    @Test func tabNamesWhatCouldComeNextAboveTheLine() {
        var robot = Robot(shelf: .full(3))
        robot.press(":", "s", "tab")
        #expect(robot.desk.line?.choices.contains("sync") == true)
        #expect(robot.desk.line?.hint?.contains("sort") == true)
        #expect(robot.desk.line?.problem == nil)
        robot.press("ctrl-u")
        robot.type("theme ")
        robot.press("tab")
        #expect(robot.desk.line?.choices == robot.desk.surroundings.themes)
        robot.press("d")
        #expect(robot.desk.line?.hint == nil)
    }

    @Test func whatIsWrongStandsAboveTheLine() {
        let line = run("fly").desk.line
        #expect(line?.hint == line?.problem)
        #expect(line?.hint?.hasPrefix("There is no command fly") == true)
    }

    @Test func linesOfBeforeComeBack() {
        var robot = Robot(shelf: .full(3))
        for text in ["sort city", "page 1", "sort city"] {
            robot.press(":")
            robot.type(text)
            robot.press("enter")
        }
        robot.press("F")
        robot.type("country:DE")
        robot.press("enter", ":", "m", "up")
        #expect(robot.desk.line?.entry.text == "sort city")
        robot.press("up")
        #expect(robot.desk.line?.entry.text == "page 1")
        robot.press("up")
        #expect(robot.desk.line?.entry.text == "page 1")
        robot.press("down", "down")
        #expect(robot.desk.line?.entry.text == "m")
        robot.press("down")
        #expect(robot.desk.line?.entry.text == "m")
        robot.press("esc", "F", "ctrl-u", "up")
        #expect(robot.desk.line?.entry.text == "country:DE")
        #expect(robot.desk.line?.previewWords == "3 match")
    }

    @Test(arguments: ["sync", "sync full", "retry"])
    func aStationThatOnlyReadsAsksNobodyToRead(_ command: String) {
        var surroundings = Surroundings.bench
        surroundings.isReadOnly = true
        var robot = Robot(surroundings, shelf: .full(3))
        robot.press(":")
        robot.type(command)
        _ = robot.takeAsked()
        robot.press("enter")
        #expect(robot.takeAsked().isEmpty)
        #expect(robot.desk.notice?.kind == .warning)
        #expect(robot.desk.notice?.text.hasPrefix("This station only reads") == true)
    }

    @Test func whyNobodyReadsReplacesThatSomebodyIsAsked() {
        var robot = run("sync")
        robot.answer(.failed("Another station leads this store; it reads by itself."))
        #expect(robot.desk.notice?.kind == .error)
    }

    @Test func eraseOnAnEmptyLineLeavesIt() {
        var robot = Robot(shelf: .full(3))
        robot.press(":", "x", "backspace", "backspace")
        #expect(robot.desk.stack.isEmpty)
    }

    @Test func helpFromTheLineIsTheHelpOfTheScreenBelow() {
        #expect(run("help").desk.help?.sections.first?.title == "List of purchases")
    }
}
