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

private func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        true
    default: false
    }
}
