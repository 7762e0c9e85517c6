/// The keys that work on the screen below, made from the bindings.
package struct HelpScreen: Sendable, Hashable {
    package var sections: [HelpSection]
    package var scroll = Scroll()
    package init(_ sections: [HelpSection]) {
        self.sections = sections
    }
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
