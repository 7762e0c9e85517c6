import Glibc

/// Brings text to a file, to a PDF through `cupsfilter`, or to a printer through `lp`, where those are.
///
/// The text holds names and addresses: it never stands in an argument, files are for their owner only, and
/// what lies about meanwhile is removed.
package struct Paper: Sendable {
    private let environment: [String: String]
    private let temporary: String
    /// Where the two programs are; nil where this machine has none.
    package let cupsfilter: String?
    package let lp: String?

    package static let noPDF =
        "There is no cupsfilter on this machine, which makes PDFs; install CUPS' filters."
    package static let noPrinting = "There is no lp on this machine, which prints; install the CUPS client."

    /// Looks in PATH, and where the system's own programs are, which few people have in their PATH.
    package init(environment: [String: String]) {
        let path = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        self.init(
            environment: environment, folders: path + ["/usr/sbin", "/usr/bin"],
            temporary: environment["TMPDIR"] ?? "/tmp")
    }

    /// - Parameters:
    ///   - folders: where the two programs are looked for.
    ///   - temporary: where files lie that are gone afterwards.
    package init(environment: [String: String], folders: [String], temporary: String) {
        self.environment = environment
        self.temporary = temporary
        cupsfilter = Self.program("cupsfilter", in: folders)
        lp = Self.program("lp", in: folders)
    }

    private static func program(_ name: String, in folders: [String]) -> String? {
        folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }

    /// Into a new file; one that is there is left alone.
    /// - Throws: ``PaperError``
    package func write(_ text: String, to path: String) throws {
        let file = try OwnFile(creating: path)
        do {
            try file.write(text)
        } catch {
            unlink(path)
            throw error
        }
    }

    /// Into a new PDF.
    /// - Throws: ``PaperError``
    package func writePDF(_ text: String, to path: String) throws {
        guard let cupsfilter else { throw PaperError(Self.noPDF) }
        let source = try OwnFile.temporary(in: temporary)
        defer { unlink(source.path) }
        try source.write(text)
        let target = try OwnFile(creating: path)
        let words = [cupsfilter, "-i", "text/plain", "-m", "application/pdf", source.path]
        let ending = try Tool(words, environment, temporary).run(output: target)
        guard ending.isGood, target.size > 0 else {
            unlink(path)
            throw PaperError("cupsfilter could not make the PDF\(ending.words).")
        }
    }

    /// - Parameter printer: nil: the default one.
    /// - Returns: what `lp` says: the number of its request.
    /// - Throws: ``PaperError``
    @discardableResult
    package func printOut(_ text: String, title: String, printer: String? = nil) throws -> String {
        guard let lp else { throw PaperError(Self.noPrinting) }
        if let printer, !Self.isName(printer) { throw PaperError("`\(printer)` is no name of a printer.") }
        let source = try OwnFile.temporary(in: temporary)
        unlink(source.path)
        try source.write(text)
        let answer = try OwnFile.temporary(in: temporary)
        unlink(answer.path)
        let words = [lp, "-t", title] + (printer.map { ["-d", $0] } ?? [])
        let ending = try Tool(words, environment, temporary).run(input: source, output: answer)
        guard ending.isGood else { throw PaperError("lp did not print\(ending.words).") }
        return answer.firstLine
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && !text.hasPrefix("-")
            && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && $0 != "/" }
    }
}
