import Model

/// One number for a person at an address, however it was typed: case, spaces, punctuation and marks on Latin
/// letters do not count. Nil where the address cannot be used.
///
/// Two addresses may share a number by chance, once in more purchases than a cache ever holds; what is made
/// of it is a hint to a person, who sees both.
func key(ofAddress address: ShippingAddress?) -> Int64? {
    guard let address, address.isUsable else { return nil }
    var hash = KeyHash()
    hash.add(address.fullName)
    hash.end()
    hash.add(address.address1)
    hash.add(address.address2)
    hash.end()
    hash.add(address.city)
    hash.end()
    for part in [address.state, address.zipcode, address.countryCode] {
        hash.add(part)
        hash.end()
    }
    return hash.value
}

/// FNV-1a over letters and digits in lower case.
private struct KeyHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    var value: Int64 { Int64(bitPattern: state) }

    mutating func add(_ text: String?) {
        guard let text else { return }
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            for byte in text.utf8 { add(plain: byte) }
            return
        }
        for scalar in folded(text).unicodeScalars
        where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { mix(byte) }
        }
    }

    /// Keeps parts apart, so that none runs into the next.
    mutating func end() { mix(0x1F) }

    private mutating func add(plain byte: UInt8) {
        switch byte {
        case 0x41...0x5A: mix(byte | 0x20)
        case 0x61...0x7A, 0x30...0x39: mix(byte)
        default: break
        }
    }

    private mutating func mix(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
