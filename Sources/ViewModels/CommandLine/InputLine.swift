/// A line at the foot of the screen: a search, a command, or a filter.
package struct InputLine: Sendable, Hashable {
    package enum Purpose: Sendable, Hashable { case search, command, filter, logFilter }
    package var purpose: Purpose
    package var entry: TextEntry
    /// What is wrong with what was typed.
    package var problem: String?
    /// What was typed before.
    var recall = LineRecall()
    /// What the command line may go on to.
    package var candidates: [Candidate] = []
    /// What shipping is called of what is on the screen below.
    var words = ShipWords.parcels
    /// What a filter is about and finds, while it is typed.
    package var preview: FilterPreview?
    /// Tab was pressed before it was known what can come next.
    var completesWhenKnown = false

    package init(_ purpose: Purpose, text: String = "") {
        self.purpose = purpose
        entry = TextEntry(text)
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
