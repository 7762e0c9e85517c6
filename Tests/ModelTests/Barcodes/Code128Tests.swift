import Testing

@testable import Model

@Suite struct Code128Tests {
    /// The standard's rules for its table: 11 modules, an even number of them dark, no two alike.
    @Test func theTableKeepsTheStandardsRules() {
        let widths = Code128.widths.map { $0.compactMap(\.wholeNumberValue) }
        #expect(widths.count == 107)
        #expect(Set(Code128.widths).count == 107)
        for (value, sign) in widths.enumerated() where value != Code128.stop {
            #expect(sign.count == 6 && sign.reduce(0, +) == 11, "\(value)")
            #expect((sign[0] + sign[2] + sign[4]) % 2 == 0, "\(value)")
            #expect(sign.allSatisfy { (1...4).contains($0) })
        }
        #expect(widths[Code128.stop] == [2, 3, 3, 1, 1, 1, 2])
    }

    /// Published examples: their check signs were not made by this program.
    @Test(arguments: [("HI345678", 68), ("Wikipedia", 88), ("PJJ123C", 55)])
    func checkSignsAreThePublishedOnes(_ text: String, _ check: Int) throws {
        #expect(try #require(Code128(text)).check == check)
    }

    @Test func digitsAreTakenTwoAtATimeWhereThatIsShorter() throws {
        #expect(try #require(Code128("HI345678")).values == [104, 40, 41, 99, 34, 56, 78, 68, 106])
        #expect(try #require(Code128("1234")).values.dropLast(2) == [105, 12, 34])
        #expect(try #require(Code128("12345")).values.dropLast(2) == [105, 12, 34, 100, 21])
        #expect(try #require(Code128("A123456B")).values.dropLast(2) == [104, 33, 99, 12, 34, 56, 100, 34])
        #expect(try #require(Code128("12AB")).values.dropLast(2) == [104, 17, 18, 33, 34])
    }

    @Test(arguments: ["", "é", "a\tb", "\u{7F}"]) func whatItCannotHoldIsNoBarcode(_ text: String) {
        #expect(Code128(text) == nil)
    }

    @Test(arguments: ["SHIPDESK:HANDOVER", "0123456789", " ~", "ID-7001-99", "a1b22c333d4444e55555f666666"])
    func theBarsReadBack(_ text: String) throws {
        let code = try #require(Code128(text))
        #expect(read(code.modules) == text)
        #expect(code.bars.first?.start == Code128.quietZone)
        #expect(code.bars.reduce(0) { $0 + $1.width } == code.modules.count { $0 })
        #expect(code.bars.allSatisfy { (1...4).contains($0.width) })
        #expect(code.cells.count == (code.width + 1) / 2)
        #expect(code.cells.hasPrefix("     ") && code.cells.hasSuffix("     "))
    }

    /// A scanner: widths of bars to signs to text, by the sets and their switches.
    private func read(_ modules: [Bool]) -> String? {
        var widths: [Int] = []
        var last: Bool?
        for module in modules {
            if module == last { widths[widths.count - 1] += 1 } else { widths.append(1) }
            last = module
        }
        var values: [Int] = []
        while widths.count > 7 {
            let sign = widths.prefix(6).map(String.init).joined()
            guard let value = Code128.widths.firstIndex(of: sign) else { return nil }
            values.append(value)
            widths.removeFirst(6)
        }
        let sum = values.dropLast().enumerated().reduce(0) { $0 + max(1, $1.offset) * $1.element }
        guard sum % 103 == values.last, let start = values.first else { return nil }
        var isC = start == 105
        var text = ""
        for value in values.dropFirst().dropLast() {
            switch value {
            case 99 where !isC: isC = true
            case 100 where isC: isC = false
            case _ where isC: text += value < 10 ? "0\(value)" : "\(value)"
            default: text.append(Character(UnicodeScalar(UInt8(value + 32))))
            }
        }
        return text
    }
}
