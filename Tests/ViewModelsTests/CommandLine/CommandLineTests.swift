import Model
import TestKit
import Testing

@testable import ViewModels

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
        #expect(robot.desk.line?.entry.text == "theme ")
        robot.press("p", "tab")
        #expect(robot.desk.line?.entry.text == "theme paper")
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
        robot.answer(.failed("Nobody on this box reads Town Shop."))
        #expect(robot.desk.notice?.kind == .error)
    }

    @Test func everyWordOfTheTableIsReadByIt() {
        for word in CommandWord.all {
            for rest in [""] + word.choices(.bench) {
                let parsed = Command.parse("\(word.name) \(rest)", in: .bench)
                guard case .failure(.unknown) = parsed else { continue }
                Issue.record("\(word.name) \(rest) is not known")
            }
            #expect(!word.does.isEmpty)
        }
        #expect(Set(CommandWord.all.map(\.name)).count == CommandWord.all.count)
    }

    @Test func aMistakeAndTheHelpNameEveryCommand() {
        let sentence = run("fly").desk.line?.problem ?? ""
        for word in CommandWord.all {
            #expect(sentence.contains(word.name))
            #expect(BrowsingIntent.command.help.contains(word.name))
        }
    }

    @Test func candidatesSayWhatTheyDo() {
        var robot = Robot(shelf: .full(3))
        robot.press(":", "s", "t")
        #expect(robot.desk.line?.candidates.map(\.text) == ["stop", "store"])
        #expect(robot.desk.line?.candidates.first?.does == "drop what has not left yet")
        robot.press("tab")
        #expect(robot.desk.line?.entry.text == "sto")
        robot.type("re")
        robot.press("tab")
        #expect(robot.desk.line?.entry.text == "store ")
        #expect(robot.desk.line?.candidates.map(\.text) == ["store all", "store spring-gala"])
    }

    @Test func upBringsBackWhatWasTyped() {
        var robot = Robot(shelf: .full(3))
        for command in ["sort id", "page 1", "sort city", "page 1"] {
            robot.press(":")
            robot.type(command)
            robot.press("enter")
        }
        robot.press("/")
        robot.type("anna")
        robot.press("enter", ":")
        let texts = ["up", "up", "up", "up", "down", "down", "down"].map { (key: Chord) in
            robot.press(key)
            return robot.desk.line?.entry.text
        }
        #expect(texts == ["page 1", "sort city", "sort id", "sort id", "sort city", "page 1", ""])
        robot.type("so")
        robot.press("up")
        #expect(robot.desk.line?.entry.text == "sort city", "only what begins so")
        robot.press("esc", "/", "ctrl-u", "up")
        #expect(robot.desk.line?.entry.text == "anna")
    }

    @Test func fiftyLinesAreKeptAndMistakesAreNot() {
        var history = LineHistory()
        for number in 1...60 { history.add("page \(number)", for: .command) }
        history.add("  ", for: .command)
        #expect(history.commands.count == 50)
        #expect(history.commands.first == "page 11")
        #expect(history.searches.isEmpty)
        #expect(run("fly").dashboard.memory(wasCutOff: false).typed == LineHistory())
    }

    @Test func wordsDoWhatTheKeysDo() {
        for (word, key) in [("pick", "P"), ("slip", "p"), ("hold", "H"), ("note", "M")] {
            var robot = Robot(shelf: .full(3))
            robot.press(Chord(key))
            #expect(run(word).desk.stack == robot.desk.stack)
            #expect(!robot.desk.stack.isEmpty)
        }
    }

    @Test func wordsWorkOnAnOpenPurchaseAndSayWhereElseTheyDoNot() {
        var robot = Robot(shelf: .full(3))
        robot.press("enter", ":")
        robot.type("hold")
        robot.press("enter")
        guard case .hold = robot.desk.top else {
            Issue.record("no hold form")
            return
        }
        var other = Robot(shelf: .full(3))
        other.press("T", ":")
        other.type("pick")
        other.press("enter")
        #expect(other.desk.notice?.text == "That works on the list.")
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
