/// The keys that work on the screen below, made from the bindings.
package struct HelpScreen: Sendable, Hashable {
    package var sections: [HelpSection]
    /// How many lines are scrolled away above.
    package var scroll: Int
    package init(_ sections: [HelpSection]) {
        self.sections = sections
        scroll = 0
    }

    /// One line per section title and per key, an empty one between sections.
    package var lineCount: Int { sections.reduce(-1) { $0 + $1.rows.count + 2 } }
}

package struct HelpSection: Sendable, Hashable {
    package var title: String
    package var rows: [HelpRow]
}

package struct HelpRow: Sendable, Hashable {
    /// `Down j`: every key that does it; empty where the keymap took them all.
    package var keys: String
    package var help: String
    /// Why it cannot be had now; nil where it can.
    package var whyNot: String?
}
