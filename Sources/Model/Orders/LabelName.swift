/// What stands for a PDF label wherever its bytes do not belong: in a mark, in the cache, on the screen.
///
/// The bytes are in a file of the data directory that is called by the fingerprint, so that the same label
/// has the same name whoever told it. Written `3f2a….pdf (214 kB)`.
package struct LabelName: Sendable, Hashable, CustomStringConvertible {
    /// In hexadecimal digits; of the bytes and nothing else.
    package var fingerprint: String
    /// For people: `214 kB`.
    package var size: String

    package init(fingerprint: String, size: String) {
        self.fingerprint = fingerprint
        self.size = size
    }

    /// Nil where the text names no label: a fingerprint is no path and cannot become one.
    package init?(_ text: String) {
        let parts = text.split(separator: ".pdf (", maxSplits: 1)
        guard parts.count == 2, parts[1].hasSuffix(")"), (32...64).contains(parts[0].utf8.count),
            parts[0].utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { return nil }
        self.init(fingerprint: String(parts[0]), size: String(parts[1].dropLast()))
    }

    package var fileName: String { fingerprint + ".pdf" }
    package var description: String { "\(fileName) (\(size))" }
}
