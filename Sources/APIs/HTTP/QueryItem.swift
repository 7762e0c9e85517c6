/// One parameter of a query, not yet encoded.
package struct QueryItem: Sendable, Hashable {
    package var name: String
    package var value: String
    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// The RunSignup documents' Booleans: `T` and `F`.
    package init(_ name: String, _ flag: Bool) { self.init(name, flag ? "T" : "F") }
    package init(_ name: String, _ number: some BinaryInteger) { self.init(name, String(number)) }

    /// `name=value` as it goes out.
    package var encoded: String { percentEncoded(name) + "=" + percentEncoded(value) }
}

/// Everything but the unreserved characters of RFC 3986 as `%XX`: safe in a path segment and in a query.
package func percentEncoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
        if isUnreserved(byte) {
            encoded.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
            let hex = String(byte, radix: 16, uppercase: true)
            encoded += byte < 16 ? "%0\(hex)" : "%\(hex)"
        }
    }
    return encoded
}

/// `%41b` as `Ab`; nil where the escapes are broken or what comes of them is no UTF-8.
///
/// - Parameter plusIsSpace: as in forms.
func percentDecoded(_ text: some StringProtocol, plusIsSpace: Bool) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "%") else {
            bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            continue
        }
        let digits = rest.prefix(2)
        rest = rest.dropFirst(2)
        guard digits.count == 2, digits.first != UInt8(ascii: "+"), digits.first != UInt8(ascii: "-"),
            let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
        else { return nil }
        bytes.append(value)
    }
    return String(validating: bytes, as: UTF8.self)
}

private func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        true
    default: false
    }
}
