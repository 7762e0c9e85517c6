/// How a scanner is told from a person, and what its command barcodes begin with.
package struct ScanSettings: Sendable, Hashable {
    /// Milliseconds: the longest pause between two characters of a scan.
    package var gap: Int64
    /// Keys that the scanner sends first and last. Where one is set, they are the only test.
    package var prefix: [Chord]
    package var suffix: [Chord]
    /// What command barcodes begin with; empty: there are none.
    package var commands: String
    /// Scan-to-ship begins with every item to be scanned.
    package var verifies: Bool

    package init(
        gap: Int64 = 50, prefix: [Chord] = [], suffix: [Chord] = [], commands: String = "SHIPDESK:",
        verifies: Bool = false
    ) {
        self.gap = gap
        self.prefix = prefix
        self.suffix = suffix
        self.commands = commands
        self.verifies = verifies
    }

    /// As texts say them: `\u{02}` is the key that a scanner sends for STX.
    package init(prefix: String, suffix: String = "") {
        self.init(
            prefix: prefix.unicodeScalars.map(Chord.init(sent:)),
            suffix: suffix.unicodeScalars.map(Chord.init(sent:)))
    }

    package init(suffix: String) { self.init(prefix: "", suffix: suffix) }

    /// Enter ends every scan, so it need not be said.
    var endsWithEnterOnly: Bool { suffix.allSatisfy { $0 == "enter" } }

    /// Keys that leave the program, or stop what has not left: no scanner may type them.
    package static let refused: Set<Chord> = ["ctrl-c", "ctrl-z", "ctrl-x", "esc", ""]
}

extension Chord {
    /// The key that a terminal makes of a character.
    package init(sent scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x09: self = "tab"
        case 0x0A, 0x0D: self = "enter"
        case 0x1B: self = "esc"
        case 0x00, 0x08, 0x7F: self = ""
        case 0x01...0x1A: self.init("ctrl-\(Character(UnicodeScalar(UInt8(scalar.value) + 0x60)))")
        case 0x1C...0x1F: self.init("ctrl-\(Character(UnicodeScalar(UInt8(scalar.value) + 0x40)))")
        default: self.init(String(Character(scalar)))
        }
    }
}
