/// The text of a file that a carrier's program or a spreadsheet wrote.
enum ImportText {
    /// - Throws: ``ImportProblem`` where the bytes are no UTF-8: guessing another encoding would send wrong
    ///   characters to a store.
    static func decode(_ bytes: [UInt8]) throws(ImportProblem) -> String {
        let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        if isWide || bytes.prefix(1000).contains(0) {
            throw ImportProblem(
                "The file is no UTF-8 text (UTF-16, or no text at all); save it as CSV in UTF-8.")
        }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        guard let text = String(validating: body, as: UTF8.self) else {
            throw ImportProblem(
                "The file is not UTF-8 text (perhaps Latin-1 or Windows-1252); save it as CSV in UTF-8.",
                line: lineOfFirstFault(in: body))
        }
        if text.allSatisfy(\.isWhitespace) { throw ImportProblem("The file is empty.") }
        return text
    }

    private static func lineOfFirstFault(in bytes: ArraySlice<UInt8>) -> Int? {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
    }
}

/// Why nothing of a file can be imported.
package struct ImportProblem: Error, Sendable, Hashable {
    package var sentence: String
    /// From 1; nil where it is about the whole file.
    package var line: Int?

    package init(_ sentence: String, line: Int? = nil) {
        self.sentence = sentence
        self.line = line
    }
}
