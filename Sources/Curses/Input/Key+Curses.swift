import CNcurses
import Terminal

extension Key {
    /// One of the control characters. Line feed is Enter too: some scanners end with it.
    init(control byte: UInt8) {
        switch byte {
        case 0x08, 0x7F: self = .backspace
        case 0x09: self = .tab
        case 0x0A, 0x0D: self = .enter
        case 0x1B: self = .escape
        case 0x00: self = .control(" ")
        case 0x01...0x1A: self = .control(Character(UnicodeScalar(byte + 0x60)))
        default: self = .control(Character(UnicodeScalar(byte + 0x40)))
        }
    }

    /// What curses calls a key; nil for one that nobody wants.
    init?(code: Int32) {
        if let key = Self.byCode[code] {
            self = key
        } else if (KEY_F0 + 1...KEY_F0 + 12).contains(code) {
            self = .function(Int(code - KEY_F0))
        } else if code > KEY_MAX, let name = keyname(code).map({ String(cString: $0) }),
            let key = Self.byName[name]
        {
            self = key
        } else {
            return nil
        }
    }

    private static let byCode: [Int32: Key] = [
        KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right,
        KEY_SLEFT: .left, KEY_SRIGHT: .right, KEY_SR: .shiftUp, KEY_SF: .shiftDown,
        KEY_HOME: .home, KEY_FIND: .home, KEY_SHOME: .home, KEY_END: .end, KEY_SELECT: .end, KEY_SEND: .end,
        KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_SPREVIOUS: .pageUp, KEY_SNEXT: .pageDown,
        KEY_BACKSPACE: .backspace, KEY_DC: .delete, KEY_IC: .insert, KEY_BTAB: .backTab, KEY_ENTER: .enter,
        KEY_SUSPEND: .control("z"),
    ]

    /// Keys beyond curses' own numbers, by the names that terminal descriptions give them.
    private static let byName: [String: Key] = ["kUP": .shiftUp, "kDN": .shiftDown, "kcbt2": .backTab]
}
