/// What puts a text onto the clipboard of the person in front of the terminal, also over SSH (OSC 52).
enum Clipboard {
    /// Terminals refuse long sequences; this much (in bytes, before encoding) they all take.
    static let limit = 48 * 1_024

    /// Nil where the text is too long.
    static func sequence(for text: String) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.count <= limit else { return nil }
        return "\u{1B}]52;c;\(base64(bytes))\u{07}"
    }

    static func base64(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                result.append(place > group.count ? UInt8(ascii: "=") : digits[bits >> (18 - 6 * place) & 63])
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
