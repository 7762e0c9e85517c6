/// The themes with a live preview: the whole screen wears the one under the cursor.
package struct ThemePicker: Sendable, Hashable {
    /// Empty until they are read.
    package var choices: [ThemeChoice]
    package var cursor: Int
    /// What was worn before; who leaves without choosing wears it again.
    let before: String

    init(before: String) {
        choices = []
        cursor = 0
        self.before = before
    }

    package var current: ThemeChoice? { choices.indices.contains(cursor) ? choices[cursor] : nil }
}

/// One theme that there is.
package struct ThemeChoice: Sendable, Hashable {
    package var name: String
    package var summary: String
    /// Why it cannot be worn: what is wrong with its file; nil where it can.
    package var problem: String?

    package init(name: String, summary: String, problem: String? = nil) {
        self.name = name
        self.summary = summary
        self.problem = problem
    }
}
