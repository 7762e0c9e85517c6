/// A line at the foot of the screen: a search, a command, or a filter.
package struct InputLine: Sendable, Hashable {
    package enum Purpose: Sendable, Hashable { case search, command, filter, logFilter }
    package var purpose: Purpose
    package var entry: TextEntry
    /// What is wrong with what was typed.
    package var problem: String?
    /// What could come next, where Tab found several.
    package var choices: [String] = []
    /// How far back among the lines of before; 0: what is being typed.
    var past = 0
    /// What was typed before a line of before took its place.
    var draft = ""
    /// What a filter is about and finds, while it is typed.
    package var preview: FilterPreview?

    package init(_ purpose: Purpose, text: String = "") {
        self.purpose = purpose
        entry = TextEntry(text)
    }

    /// What stands in the row above: what is wrong, or what can come next; nil where there is nothing to say.
    package var hint: String? {
        if let problem { return problem }
        return purpose == .filter ? filterHint : choices.isEmpty ? nil : choices.joined(separator: "  ")
    }

    /// What stands before the text.
    package var prompt: String {
        switch purpose {
        case .search, .logFilter: "/"
        case .command: ":"
        case .filter: "filter "
        }
    }
}
