import FoundationEssentials
import TestKit
import Testing

@testable import shipdesk

/// What scripts rely on is written down: the page of the command line says all that the program takes.
@Suite struct CommandLinePageTests {
    private let page: String = {
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        let path = "/\(root)/Sources/shipdesk/Shipdesk.docc/CommandLine.md"
        return String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }()

    /// The entries of the list of commands: a line that begins with the program's name, and what is indented
    /// below it.
    private var entries: [String] {
        let list = page.split(separator: "## Commands").last?.split(separator: "```").dropFirst().first ?? ""
        return list.split(separator: "\n").reduce(into: []) { entries, line in
            if line.hasPrefix("shipdesk") {
                entries.append(String(line))
            } else if let last = entries.indices.last {
                entries[last] += line
            }
        }
    }

    @Test func everyCommandAndEveryOptionIsOnThePage() async throws {
        let folder = try TemporaryFolder("help")
        let help = try RunningProgram(
            Program.path, ["--experimental-dump-help"],
            environment: Program.environment(home: folder.path))
        _ = await help.wait()
        let program = try JSONDecoder().decode(Dump.self, from: Data(help.output.utf8)).command
        let commands = program.subcommands ?? []
        #expect(commands.count > 20)
        for command in commands.flatMap({ [$0] + ($0.subcommands ?? []) }) where command.name != "help" {
            let said = entries.filter { words(of: $0).contains(command.name) }.joined()
            #expect(!said.isEmpty, "nothing is said of \(command.name)")
            for option in command.options where !everyones.contains(option) {
                #expect(said.contains("--\(option)"), "\(command.name) --\(option)")
            }
        }
        for option in everyones { #expect(page.contains("`--\(option)"), "--\(option)") }
    }

    @Test func theColumnsAreOnThePage() {
        #expect(page.contains("list --csv       a line for each item: \(CSV.row(PurchasePrinter.columns))\n"))
        #expect(page.contains("outbox --csv     a line for each mark: \(CSV.row(MarkCSV.columns))\n"))
    }

    private let everyones: Set<String> = [
        "config", "data-dir", "store", "theme", "read-only", "station", "version", "help",
    ]

    private func words(of entry: String) -> Set<String> {
        Set(entry.split { !$0.isLetter && $0 != "-" }.map(String.init))
    }
}

private struct Dump: Decodable {
    struct Command: Decodable {
        struct Argument: Decodable {
            struct Name: Decodable { var name: String }
            var preferredName: Name?
            var shouldDisplay: Bool
        }

        var name: String
        var arguments: [Argument]?
        var subcommands: [Command]?

        var options: [String] { (arguments ?? []).filter(\.shouldDisplay).compactMap(\.preferredName?.name) }

        private enum CodingKeys: String, CodingKey {
            case arguments, subcommands
            case name = "commandName"
        }
    }

    var command: Command
}
