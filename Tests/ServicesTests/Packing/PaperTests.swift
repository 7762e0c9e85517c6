import FoundationEssentials
import Glibc
import Services
import TestKit
import Testing

@Suite("Paper")
struct PaperTests {
    private static let slip = "PACKING SLIP\nZoë Müller\n\u{0C}second\n"

    @Test("A file is new, and its owner's only")
    func files() throws {
        let shop = try Shop()
        let path = shop.folder + "/slips.txt"
        try shop.paper.write(Self.slip, to: path)
        #expect(try shop.read("slips.txt") == Self.slip)
        #expect(mode(path) == 0o600)
        #expect(throws: PaperError("\(path) is there already; take another name.")) {
            try shop.paper.write("x", to: path)
        }
        #expect(try shop.read("slips.txt") == Self.slip)
        #expect(throws: PaperError.self) { try shop.paper.write("x", to: shop.folder + "/no/where.txt") }
    }

    @Test("A printer gets the text by its input; no argument holds any of it")
    func prints() throws {
        let shop = try Shop()
        try shop.tool(
            "lp", "printf '%s\\n' \"$@\" > \"$OUT/args\"; cat > \"$OUT/in\"; echo 'request id is a-1'")
        #expect(
            try shop.paper.printOut(Self.slip, title: "shipdesk", printer: "front") == "request id is a-1")
        #expect(try shop.read("in") == Self.slip)
        #expect(try shop.read("args") == "-t\nshipdesk\n-d\nfront\n")
        #expect(shop.leftOvers.isEmpty)
        for name in ["-o", "a b", "", "a/b", "a\u{1B}"] {
            #expect(throws: PaperError.self) { try shop.paper.printOut("x", title: "t", printer: name) }
        }
    }

    @Test("What lp complains of is told")
    func refuses() throws {
        let shop = try Shop()
        try shop.tool("lp", "cat > /dev/null; echo 'lp: no default destination' >&2; exit 1")
        #expect(throws: PaperError("lp did not print (lp: no default destination).")) {
            try shop.paper.printOut("x", title: "t")
        }
    }

    @Test("cupsfilter reads a file of the owner's only, which is gone afterwards")
    func makesPDF() throws {
        let shop = try Shop()
        try shop.tool(
            "cupsfilter",
            "printf '%s\\n' \"$@\" > \"$OUT/args\"; shift 4; stat -c %a \"$1\" > \"$OUT/mode\"; echo %PDF; cat \"$1\""
        )
        let path = shop.folder + "/slips.pdf"
        try shop.paper.writePDF(Self.slip, to: path)
        #expect(try shop.read("slips.pdf") == "%PDF\n" + Self.slip)
        #expect(mode(path) == 0o600)
        #expect(try shop.read("mode") == "600\n")
        #expect(try shop.read("args").hasPrefix("-i\ntext/plain\n-m\napplication/pdf\n\(shop.temporary)/"))
        #expect(shop.leftOvers.isEmpty)
    }

    @Test("Where the PDF fails, no half of one stays", arguments: ["echo half; exit 1", "exit 0"])
    func failsWhole(script: String) throws {
        let shop = try Shop()
        try shop.tool("cupsfilter", script)
        #expect(throws: PaperError.self) { try shop.paper.writePDF("x", to: shop.folder + "/a.pdf") }
        #expect(access(shop.folder + "/a.pdf", F_OK) != 0)
        #expect(shop.leftOvers.isEmpty)
    }

    @Test("Without the programs it says what is missing")
    func missing() throws {
        let shop = try Shop()
        #expect(shop.paper.lp == nil && shop.paper.cupsfilter == nil)
        #expect(throws: PaperError(Paper.noPrinting)) { try shop.paper.printOut("x", title: "t") }
        #expect(throws: PaperError(Paper.noPDF)) { try shop.paper.writePDF("x", to: "/tmp/x.pdf") }
    }

    private func mode(_ path: String) -> mode_t {
        var facts = stat()
        return stat(path, &facts) == 0 ? facts.st_mode & 0o777 : 0
    }
}

/// A folder with the programs that a test puts there, and no others.
private final class Shop {
    private let own: TemporaryFolder
    var folder: String { own.path }
    var temporary: String { folder + "/tmp" }

    init() throws {
        own = try TemporaryFolder("paper")
        for path in [folder + "/bin", temporary] { try #require(mkdir(path, 0o700) == 0) }
    }

    var paper: Paper {
        let path = getenv("PATH").map { String(cString: $0) } ?? ""
        return Paper(
            environment: ["PATH": path, "OUT": folder], folders: [folder + "/bin"], temporary: temporary)
    }

    func tool(_ name: String, _ script: String) throws { try own.write(script: script, to: "bin/\(name)") }
    func read(_ name: String) throws -> String { try own.read(name) }

    /// Files that should have been removed.
    var leftOvers: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: temporary)) ?? ["unreadable"]
    }
}
