/// A text as a Code 128 barcode.
///
/// Letters are written by code set B; where four digits or more stand together, set C takes two of them with
/// one sign, so that the bars stay short.
package struct Code128: Sendable, Hashable {
    package let text: String
    /// The value of each sign, from the start sign to the stop sign, the check sign before it included.
    package let values: [Int]

    /// Modules that must stay light on either side, or no scanner finds the bars.
    package static let quietZone = 10

    /// Nil for an empty text, and for one with anything but printable ASCII.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return nil }
        let signs = Code128.signs(of: bytes)
        let sum = signs.enumerated().reduce(0) { $0 + max(1, $1.offset) * $1.element }
        self.text = text
        values = signs + [sum % 103, Code128.stop]
    }

    /// The check sign's value.
    package var check: Int { values[values.count - 2] }

    /// From left to right without quiet zones; true is dark.
    package var modules: [Bool] {
        values.flatMap { value in
            Code128.widths[value].utf8.enumerated().flatMap { place, digit in
                Array(repeating: place % 2 == 0, count: Int(digit) - 0x30)
            }
        }
    }
}

extension Code128 {
    static let startB = 104
    static let startC = 105
    static let stop = 106
    private static let toC = 99
    private static let toB = 100

    private static func signs(of bytes: [UInt8]) -> [Int] {
        var isC = digits(in: bytes, from: 0) >= 4
        var signs = [isC ? startC : startB]
        var place = 0
        while place < bytes.count {
            let run = digits(in: bytes, from: place)
            if isC, run >= 2 {
                signs.append(Int(bytes[place] - 0x30) * 10 + Int(bytes[place + 1] - 0x30))
                place += 2
            } else if isC {
                signs.append(toB)
                isC = false
            } else if run % 2 == 0, run >= 6 || (run >= 4 && place + run == bytes.count) {
                signs.append(toC)
                isC = true
            } else {
                signs.append(Int(bytes[place]) - 0x20)
                place += 1
            }
        }
        return signs
    }

    private static func digits(in bytes: [UInt8], from place: Int) -> Int {
        bytes[place...].prefix { (0x30...0x39).contains($0) }.count
    }

    /// By value: the widths of bar, space, bar, space, bar and space, in modules; stop has a bar more.
    static let widths = """
        212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132
        122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212
        322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311
        112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321
        331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214
        112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212
        124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113
        411311 113141 114131 311141 411131 211412 211214 211232 2331112
        """.split { " \n".contains($0) }.map(String.init)
}
