import FoundationEssentials
import Glibc
import Model
import Simulator
import TestKit
import Testing

@Suite(.serialized, .timeLimit(.minutes(2))) struct PackingTests {
    private static let purchases: [Purchase] = {
        var shipped = Made.purchase(1044, 1, age: 9_000)
        shipped.ledger = [Fulfillment(item: 1, at: shipped.purchasedAt, quantity: 1, tracking: "1Z-SEEK")]
        var homeless = Made.purchase(1046, 1, age: 7_000)
        homeless.address = nil
        return [
            Made.purchase(1043, 2, 1), shipped, Made.purchase(1045, 3, age: 8_000), homeless,
            Made.purchase(1047, 1, age: 60),
        ]
    }()

    @Test func aPickListSumsUpAndSaysWhatItLeavesOut() async throws {
        try await withBox(Self.purchases) { box, _ in
            let all: Picked = try await box.run("pick", "--json").json()
            #expect(all.lines.map(\.quantity) == [5, 1])
            #expect(all.lines.first?.purchases == [Picked.Source("1045", 3), Picked.Source("1043", 2)])
            #expect(all.purchases == 2 && all.items == 6)
            let reasons = Dictionary(uniqueKeysWithValues: all.skipped.map { ($0.reason, $0.purchases) })
            #expect(reasons == ["nothing-safe": ["1044"], "no-address": ["1046"], "young": ["1047"]])
            let one: Picked = try await box.run("pick", "1043", "1044", "1043", "--json").json()
            #expect(one.items == 3 && one.purchases == 1)
            let words = try await box.run("pick", "--state", "to-ship", "--search", "1045")
            #expect(words.has(0))
            #expect(words.output.contains("3 items for 1 purchase, in the order of the shelves"))
            #expect(words.output.contains("for 1045 (3)"))
            try await box.ends(65, "pick", "9999")
            try await box.ends(64, "pick", "1043", "--state", "to-ship")
        }
    }

    @Test func slipsComeOneAPageInTheOrderAskedFor() async throws {
        try await withBox(Self.purchases) { box, _ in
            let slips = try await box.run("slip", "1043:1=1", "1045")
            #expect(slips.has(0), "\(slips)")
            let pages = slips.output.split(separator: "\u{0C}").map(String.init)
            #expect(pages.count == 2)
            #expect(pages[0].contains("Purchase  1043") && pages[0].contains("      1  in this parcel"))
            #expect(pages[0].contains("| Zoë Müller") && pages[0].contains("| 80331 München"))
            #expect(pages[1].contains("Purchase  1045") && pages[1].contains("      3  in this parcel"))
            let reversed = try await box.run("slip", "1043:1=1", "1045", "--reverse")
            let turned = reversed.output.split(separator: "\u{0C}").map { $0.contains("Purchase  1045") }
            #expect(turned == [true, false])
        }
    }

    @Test func whatHasNoSlipIsToldAndTheRestIsPrinted() async throws {
        try await withBox(Self.purchases) { box, _ in
            try await box.ends(0, "hold", "1045", "--reason", "size is asked for")
            let slips = try await box.run("slip", "1044", "1043", "1045")
            #expect(slips.has(65))
            #expect(slips.errors.contains("No slip of 1044: nothing safe to ship."))
            #expect(slips.errors.contains("No slip of 1045: on hold."))
            #expect(slips.output.contains("Purchase  1043"))
            #expect(!slips.output.contains("\u{0C}"))
            try await box.ends(65, "slip", "1043:1=3")
            try await box.ends(65, "slip", "1043:7")
            try await box.ends(65, "slip", "9999")
            try await box.ends(64, "slip", "1043", "--pdf", "a.pdf", "--print")
            try await box.ends(64, "slip", "1043", "--printer", "front")
        }
    }

    @Test func printersAndPDFsGetTheTextAndNoArgumentHoldsAName() async throws {
        try await withBox(Self.purchases) { plain, _ in
            let tools = try Tools()
            var box = plain
            box.environment["PATH"] = tools.folder.path + ":" + (box.environment["PATH"] ?? "/usr/bin:/bin")
            box.environment["OUT"] = tools.folder.path
            box.environment["TMPDIR"] = tools.folder.path + "/tmp"
            let printed = try await box.run("slip", "1043", "1045", "--print", "--printer", "front")
            #expect(printed.has(0), "\(printed)")
            #expect(printed.errors.contains("request id is front-1"))
            #expect(try tools.folder.read("in").contains("Zoë Müller"))
            #expect(try tools.folder.read("lp.args") == "-t\nshipdesk\n-d\nfront\n")
            let pdf = tools.folder.path + "/slips.pdf"
            try await box.ends(0, "slip", "1043", "--pdf", pdf)
            #expect(try tools.folder.read("slips.pdf").contains("Zoë Müller"))
            #expect(try !tools.folder.read("cupsfilter.args").contains("Müller"))
            let again = try await box.run("slip", "1043", "--pdf", pdf)
            #expect(again.has(65))
            #expect(again.errors.contains("is there already"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: tools.folder.path + "/tmp").isEmpty)
        }
    }

    @Test func holdsAndNotesAreKeptShownAndTakenAway() async throws {
        try await withBox(Self.purchases) { box, _ in
            try await box.ends(64, "hold", "1043")
            try await box.ends(64, "hold", "1043", "--reason", "  ")
            try await box.ends(65, "hold", "1043", "9999", "--reason", "wet")
            #expect(try await box.purchase("1043").state == "to-ship", "all or none")
            try await box.ends(77, "hold", "1043", "--reason", "wet", "--read-only")
            try await box.ends(0, "hold", "1043", "1045", "--reason", "size is asked for")
            #expect(try await box.list("--state", "held").total == 2)
            #expect(try await box.run("show", "1043").output.contains("held: size is asked for"))
            try await box.ends(65, "ship", "1043", "--no-wait")
            try await box.ends(0, "release", "1043", "1045")
            #expect(try await box.list("--state", "held").total == 0)

            try await box.ends(65, "note", "1043")
            let note =
                "printf 'ring twice\\nfor Zwiebelfisch' | \(Program.path) note 1043 --config \(box.configuration)"
            let program = try RunningProgram("bash", ["-c", note], environment: box.environment)
            #expect(await program.wait() == .status(0), "\(program.errors)")
            #expect(try await box.run("show", "1043").output.contains("ring twice for Zwiebelfisch"))
            #expect(try await box.list("--search", "zwiebelfisch").purchases.map(\.id) == ["1043"])
            #expect(try await box.run("slip", "1043").output.contains("ring twice for Zwiebelfisch"))
        }
    }
}

/// `lp` and `cupsfilter` that keep what they were given.
private struct Tools {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder("tools")
        try #require(mkdir(folder.path + "/tmp", 0o700) == 0)
        try add("lp", "cat > \"$OUT/in\"; echo 'request id is front-1 (0 file(s))'")
        try add("cupsfilter", "shift 4; cat \"$1\"")
    }

    private func add(_ name: String, _ script: String) throws {
        // Its arguments go to a file of another name: this one is the program.
        let log = "printf '%s\\n' \"$@\" > \"$OUT/\(name).args\""
        try folder.write(script: "\(log)\n\(script)", to: name)
    }
}

/// `pick --json`, written down once more.
private struct Picked: Decodable {
    struct Source: Decodable, Equatable {
        var id: String
        var quantity: Int
        init(_ id: String, _ quantity: Int) { (self.id, self.quantity) = (id, quantity) }
    }
    struct Line: Decodable {
        var store: String
        var name: String
        var variant: String?
        var quantity: Int
        var purchases: [Source]
    }
    struct Skipped: Decodable {
        var reason: String
        var count: Int
        var purchases: [String]
    }
    var lines: [Line]
    var purchases: Int
    var items: Int
    var skipped: [Skipped]
}
