import Testing

@testable import shipdesk

@Suite struct OptionOrderTests {
    private let names = GlobalOptions.CommandNames([
        "list": .init(), "ship": .init(), "outbox": .init(["list": .init(), "retry": .init()]),
    ])

    private func ordered(_ line: String) -> String {
        let arguments = line.split(separator: " ").map(String.init)
        return GlobalOptions.afterSubcommand(arguments, of: names).joined(separator: " ")
    }

    @Test func optionsBeforeTheCommandMoveBehindIt() {
        #expect(ordered("--config f list --json") == "list --config f --json")
        #expect(ordered("--read-only --store=a ship 1 --store b") == "ship --read-only --store=a 1 --store b")
        #expect(ordered("list --config f") == "list --config f")
    }

    @Test func theyMoveBehindACommandsCommandToo() {
        #expect(ordered("--config f outbox list --json") == "outbox list --config f --json")
        #expect(ordered("outbox --config f retry 1") == "outbox retry --config f 1")
        #expect(ordered("--config f outbox --json") == "outbox --config f --json")
        #expect(ordered("outbox --json list") == "outbox --json list")
    }

    @Test func aValueThatIsACommandsNameStaysAValue() {
        #expect(ordered("--station list ship 1") == "ship --station list 1")
    }

    @Test func withoutACommandNothingMoves() {
        #expect(ordered("--config f") == "--config f")
        #expect(ordered("--config f --help") == "--config f --help")
        #expect(ordered("--config") == "--config")
        #expect(ordered("") == "")
        #expect(ordered("--colour list") == "--colour list")
    }
}
