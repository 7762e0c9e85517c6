/// How a number's last digit follows from those before it. All work on ASCII, letters in upper case.
enum CheckDigit: Sendable, Hashable {
    /// The sum with a weight for the first, third, … place and one for the others, filled up to a ten.
    case modulo10(first: Int, second: Int)
    /// As if these stood before the number.
    indirect case behind(String, CheckDigit)
    /// The sum with a weight for every place, modulo 11, and that modulo 10.
    case modulo11(weights: [Int])
    case modulo7
    /// As on credit cards.
    case luhn
    /// The postal union's: modulo 11 with eight weights.
    case postalUnion
    /// ISO 7064, over digits and letters.
    case modulo37

    /// The character that must follow, as ASCII.
    func character(after serial: some Collection<UInt8>) -> UInt8 {
        switch self {
        case .modulo10(let first, let second):
            let sum = weighted(serial, [first, second])
            return digit((10 - sum % 10) % 10)
        case .behind(let prefix, let rule): return rule.character(after: Array(prefix.utf8) + serial)
        case .modulo11(let weights): return digit(weighted(serial, weights) % 11 % 10)
        case .modulo7: return digit(serial.reduce(0) { ($0 * 10 + Self.value($1)) % 7 })
        case .luhn: return digit(Self.luhn(serial))
        case .postalUnion:
            let rest = 11 - weighted(serial, [8, 6, 4, 2, 3, 5, 9, 7]) % 11
            return digit(rest == 10 ? 0 : rest == 11 ? 5 : rest)
        case .modulo37: return Self.modulo37(serial)
        }
    }

    private func digit(_ value: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(value) }

    private func weighted(_ serial: some Collection<UInt8>, _ weights: [Int]) -> Int {
        serial.enumerated().reduce(0) { $0 + Self.value($1.element) * weights[$1.offset % weights.count] }
    }

    /// A letter counts as a digit too: A as 2, B as 3, and after nine comes nought.
    private static func value(_ character: UInt8) -> Int {
        character <= UInt8(ascii: "9")
            ? Int(character - UInt8(ascii: "0")) : (Int(character) - 3) % 10
    }

    private static func luhn(_ serial: some Collection<UInt8>) -> Int {
        let sum = serial.reversed().enumerated().reduce(0) { sum, place in
            let doubled = value(place.element) * (place.offset.isMultiple(of: 2) ? 2 : 1)
            return sum + doubled / 10 + doubled % 10
        }
        return (10 - sum % 10) % 10
    }

    private static func modulo37(_ serial: some Collection<UInt8>) -> UInt8 {
        var rest = 36
        for character in serial {
            rest += place(of: character)
            if rest > 36 { rest -= 36 }
            rest *= 2
            if rest > 36 { rest -= 37 }
        }
        let check = (37 - rest) % 36
        return UInt8(check < 10 ? Int(UInt8(ascii: "0")) + check : Int(UInt8(ascii: "A")) + check - 10)
    }

    /// 0 to 9, then the letters from 10.
    private static func place(of character: UInt8) -> Int {
        character <= UInt8(ascii: "9")
            ? Int(character - UInt8(ascii: "0")) : Int(character - UInt8(ascii: "A")) + 10
    }
}
