/// Code points of bytes that may come one at a time. What is not UTF-8 is dropped, and nothing after it.
struct UTF8Assembler {
    private var bytes: [UInt8] = []
    private var missing = 0

    var isEmpty: Bool { bytes.isEmpty }

    mutating func take(_ byte: UInt8) -> Unicode.Scalar? {
        if missing > 0, byte & 0xC0 == 0x80 {
            bytes.append(byte)
            missing -= 1
        } else {
            bytes = [byte]
            missing = Self.following(byte)
        }
        guard missing == 0 else { return nil }
        defer { bytes = [] }
        guard let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first else { return nil }
        return (0x80..<0xA0).contains(scalar.value) ? nil : scalar
    }

    private static func following(_ byte: UInt8) -> Int {
        switch byte {
        case 0xC2..<0xE0: 1
        case 0xE0..<0xF0: 2
        case 0xF0..<0xF5: 3
        default: 0
        }
    }
}
