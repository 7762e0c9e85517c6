import FoundationEssentials
import Glibc
import Model
import Services
import TestKit
import Testing

@Suite struct LabelShelfTests {
    private static func pdf(_ text: String) throws -> PDFFile {
        try PDFFile(Data("%PDF-1.4 \(text) %%EOF".utf8))
    }

    @Test func aLabelLiesUnderItsFingerprintForItsOwnerOnly() throws {
        let folder = try TemporaryFolder("labels")
        let shelf = LabelShelf(directory: folder.path)
        let label = try Self.pdf("one")
        let name = try shelf.keep(label)
        #expect(name == LabelShelf.name(of: label) && name.size == "\(label.bytes.count) B")
        #expect(shelf.label(name) == label)
        var facts = stat()
        #expect(stat(shelf.path(of: name), &facts) == 0 && facts.st_mode & 0o777 == 0o600)
        #expect(stat(folder.path + "/labels", &facts) == 0 && facts.st_mode & 0o777 == 0o700)
        #expect(try shelf.keep(label) == name)
        #expect(LabelShelf.name(of: try Self.pdf("two")) != name)
    }

    @Test func whatIsMissingOrWasChangedIsNoLabel() throws {
        let folder = try TemporaryFolder("labels")
        let shelf = LabelShelf(directory: folder.path)
        let name = try shelf.keep(try Self.pdf("one"))
        try Data("%PDF-1.4 other %%EOF".utf8).write(to: URL(filePath: shelf.path(of: name)))
        #expect(shelf.label(name) == nil)
        #expect(shelf.label(LabelShelf.name(of: try Self.pdf("two"))) == nil)
    }

    @Test func whatHasServedIsTakenAwayWhatIsToBeSentStays() throws {
        let folder = try TemporaryFolder("labels")
        let shelf = LabelShelf(directory: folder.path)
        let names = try ["served", "awaited", "told again", "new"].map { try shelf.keep(try Self.pdf($0)) }
        for name in names.dropLast() {
            let old = [timeval(tv_sec: 1_000, tv_usec: 0), timeval(tv_sec: 1_000, tv_usec: 0)]
            #expect(utimes(shelf.path(of: name), old) == 0)
        }
        try shelf.keep(try Self.pdf("told again"))
        shelf.clear(before: 2_000, except: [names[1]])
        #expect(names.map { shelf.label($0) != nil } == [false, true, true, true])
        shelf.clear(before: .max, except: [])
        #expect(names.allSatisfy { shelf.label($0) == nil })
    }

    @Test func thePathOfAPDFBecomesItsName() throws {
        let folder = try TemporaryFolder("labels")
        let shelf = LabelShelf(directory: folder.path)
        try folder.write("%PDF-1.4 one %%EOF", to: "l.pdf")
        let typed: Attributes = ["shipping_label_raw": "~/l.pdf", "ticket_type": "Paper"]
        let taken = try shelf.taking(typed) { $0.replacing("~", with: folder.path) }
        let name = try #require(taken["shipping_label_raw"].flatMap { LabelName($0) })
        #expect(shelf.label(name)?.bytes == Data("%PDF-1.4 one %%EOF".utf8))
        #expect(taken["ticket_type"] == "Paper")
        #expect(try shelf.taking(taken) { _ in "" } == taken)
        #expect(try shelf.taking(["ticket_type": "Paper"]) { _ in "" } == ["ticket_type": "Paper"])
    }

    @Test func whatIsOnlyLookedAtIsNotKept() throws {
        let folder = try TemporaryFolder("labels")
        try folder.write("%PDF-1.4 one %%EOF", to: "l.pdf")
        let seen = try LabelShelf.look(at: folder.path + "/l.pdf", called: "l.pdf")
        #expect(seen.sizeText == "18 B")
        #expect(LabelShelf(directory: folder.path).label(LabelShelf.name(of: seen)) == nil)
    }

    @Test(arguments: ["missing.pdf", "text.pdf", "."])
    func whatIsNoPDFIsRefused(file: String) throws {
        let folder = try TemporaryFolder("labels")
        try folder.write("hello", to: "text.pdf")
        let shelf = LabelShelf(directory: folder.path)
        let fault = #expect(throws: AttributeFault.self) {
            try shelf.taking(["shipping_label_raw": file]) { "\(folder.path)/\($0)" }
        }
        #expect(fault?.attribute == "shipping_label_raw")
    }
}
