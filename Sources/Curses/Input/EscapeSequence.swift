import Terminal

/// `ESC [ parameters final` (ECMA-48), or `ESC O final`, as terminals of xterm's kin send keys.
struct EscapeSequence {
    let parameters: [UInt8]
    let final: UInt8

    var beginsPaste: Bool { parameters == Array("200".utf8) && final == UInt8(ascii: "~") }

    var key: Key? {
        guard !parameters.contains(UInt8(ascii: "<")) else { return nil }
        let numbers = self.numbers
        // 1 is none, 2 Shift, 3 Alt, 5 Control.
        switch numbers.count > 1 ? numbers[1] : 1 {
        case 1: return final == UInt8(ascii: "~") ? Self.numbered[numbers.first ?? 0] : Self.lettered[final]
        case 2: return Self.shifted[final] ?? Self.lettered[final].flatMap { $0.isHorizontal ? $0 : nil }
        default: return nil
        }
    }

    /// `ESC [ < button ; column ; row M` (xterm's SGR mode).
    var mouse: Mouse? {
        guard parameters.first == UInt8(ascii: "<"), final == UInt8(ascii: "M") else { return nil }
        let numbers = EscapeSequence(parameters: Array(parameters.dropFirst()), final: final).numbers
        guard numbers.count == 3, let action = Self.buttons[numbers[0]] else { return nil }
        return Mouse(action, at: Point(x: numbers[1] - 1, y: numbers[2] - 1))
    }

    private var numbers: [Int] {
        parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
            Int(String(decoding: $0, as: UTF8.self)) ?? 0
        }
    }

    private static let buttons: [Int: Mouse.Action] = [0: .press, 64: .wheelUp, 65: .wheelDown]

    private static let lettered: [UInt8: Key] = [
        UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
        UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "Z"): .backTab,
        UInt8(ascii: "M"): .enter, UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
        UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
    ]

    private static let shifted: [UInt8: Key] = [UInt8(ascii: "A"): .shiftUp, UInt8(ascii: "B"): .shiftDown]

    private static let numbered: [Int: Key] = [
        1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
        11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
        17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
        23: .function(11), 24: .function(12),
    ]
}

extension Key {
    fileprivate var isHorizontal: Bool { [.left, .right, .home, .end].contains(self) }
}
