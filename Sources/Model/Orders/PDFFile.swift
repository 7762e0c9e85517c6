import FoundationEssentials

/// The bytes of a file that was seen to be a PDF: a shipping label.
package struct PDFFile: Sendable, Hashable {
    package let bytes: Data

    /// - Throws: ``AttributeFault`` where it is empty, no PDF, or ends too early.
    package init(_ bytes: Data) throws(AttributeFault) {
        func fault(_ words: String) -> AttributeFault { AttributeFault("shipping_label_raw", words) }
        guard !bytes.isEmpty else { throw fault("The file is empty; choose another.") }
        // Some writers put a few bytes before the head or after the end; readers allow a kilobyte.
        guard bytes.prefix(1_024).firstRange(of: Data("%PDF-".utf8)) != nil else {
            throw fault("The file is no PDF; choose another, or give the label's address.")
        }
        guard bytes.suffix(1_024).firstRange(of: Data("%%EOF".utf8)) != nil else {
            throw fault("The PDF is cut off; save it again.")
        }
        self.bytes = bytes
    }

    /// For people: `812 B`, `214 kB`, `1.2 MB`.
    package var sizeText: String {
        switch bytes.count {
        case ..<1_000: return "\(bytes.count) B"
        case ..<1_000_000: return "\((bytes.count + 500) / 1_000) kB"
        default:
            let tenths = (bytes.count + 50_000) / 100_000
            return "\(tenths / 10).\(tenths % 10) MB"
        }
    }
}
