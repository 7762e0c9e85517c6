import FoundationEssentials

/// A secret as it stands inside a longer code: base64 of `token:secret`, of a header, of a whole query.
enum SecretCode {
    /// In letters; what is shorter occurs by chance.
    static let shortest = 6

    /// Base64 of these bytes wherever in a longer text they stand: three bytes make four letters, so there
    /// are three ways, each without the letters at its ends that depend on what stands beside.
    static func base64(of bytes: Data) -> [String] {
        (0..<3).map { place in
            let whole = (Data(repeating: 0, count: place) + bytes).base64EncodedString()
            let letters = whole.prefix { $0 != "=" }
            let behind = (place + bytes.count) % 3 == 0 ? 0 : 1
            return String(letters.dropFirst(place == 0 ? 0 : place + 1).dropLast(behind))
        }
    }
}

extension String {
    /// In base64, for URLs or not, percent-encoded or not, and in hexadecimal.
    var codes: [String] {
        let bytes = Data(utf8)
        let plain = SecretCode.base64(of: bytes)
        let forURLs = plain.map { $0.replacing("+", with: "-").replacing("/", with: "_") }
        let hex = bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        return plain + forURLs + plain.map(percentEncoded) + [hex]
    }
}

extension Character {
    /// Of base64 in any of its alphabets, and of percent-encoding.
    var isOfCode: Bool { isASCII && (isLetter || isNumber || "+/-_=%".contains(self)) }
}
