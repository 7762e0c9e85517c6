/// The inside of a bracketed paste, which may come in many pieces.
struct PasteBody {
    /// More than anybody pastes into a field, less than hurts; what exceeds it is dropped.
    static let limit = 256 * 1024
    private static let end = Array("\u{1B}[201~".utf8)

    private var bytes: [UInt8] = []
    private var tail: [UInt8] = []

    var isComplete: Bool { tail == Self.end }

    mutating func take(_ byte: UInt8) {
        tail.append(byte)
        if tail.count > Self.end.count {
            let settled = tail.removeFirst()
            if bytes.count < Self.limit { bytes.append(settled) }
        }
    }

    /// With line feeds between lines, and without control characters, which nobody pastes on purpose.
    var text: String {
        let lines = String(decoding: bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "\r" || $0 == "\r\n" || $0 == "\n" })
        let kept = lines.map { line in
            String(String.UnicodeScalarView(line.unicodeScalars.filter { !Self.isControl($0) }))
        }
        return kept.joined(separator: "\n")
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar != "\t" && scalar.properties.generalCategory == .control
    }
}
