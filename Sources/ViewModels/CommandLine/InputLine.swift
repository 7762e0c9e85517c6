/// A line at the foot of the screen: a search or a command.
package struct InputLine: Sendable, Hashable {
    package enum Purpose: Sendable, Hashable { case search, command, logFilter }
    package var purpose: Purpose
    package var entry: TextEntry
    /// What is wrong with what was typed.
    package var problem: String?

    package init(_ purpose: Purpose, text: String = "") {
        self.purpose = purpose
        entry = TextEntry(text)
    }

    /// What stands before the text.
    package var prompt: String { purpose == .command ? ":" : "/" }
}
