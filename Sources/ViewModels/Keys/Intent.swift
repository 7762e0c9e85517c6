/// Something a person may ask for in one context: a closed list per context, each with its help sentence.
/// The raw value is the word of the keymap file.
package protocol Intent: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String, AllCases == [Self] {
    static var context: KeyContext { get }
    /// The keys it has unless the keymap file says otherwise; the first is the one that footers show.
    var defaults: [Chord] { get }
    /// One or two words for the footer.
    var label: String { get }
    /// One sentence for the help screen.
    var help: String { get }
}

/// Whether an intent can be had now, and if not, why.
package enum Availability: Sendable, Hashable {
    case enabled
    case disabled(String)

    package var isEnabled: Bool { self == .enabled }
    package var why: String? { if case .disabled(let why) = self { why } else { nil } }
}

/// One key of the footer; hints come in order of importance, so that a narrow screen cuts the tail.
package struct FooterHint: Sendable, Hashable {
    package var chord: Chord
    package var label: String
    package var isEnabled: Bool
    package init(_ chord: Chord, _ label: String, isEnabled: Bool = true) {
        self.chord = chord
        self.label = label
        self.isEnabled = isEnabled
    }
}
