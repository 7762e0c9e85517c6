import Model

/// What the list can be sorted by.
package enum SortIntent: String, Intent {
    case date, id, purchaser, contents, country, city, state
    case reverse, choose, down, up, leave

    package static let context = KeyContext.sorting

    /// Nil for what is no column.
    package var column: ListSort.Column? { ListSort.Column(rawValue: rawValue) }

    package var defaults: [Chord] {
        switch self {
        case .date: ["a"]
        case .id: ["i"]
        case .purchaser: ["p"]
        case .contents: ["t"]
        case .country: ["n"]
        case .city: ["c"]
        case .state: ["s"]
        case .reverse: ["r"]
        case .choose: ["enter"]
        case .down: ["down", "j"]
        case .up: ["up", "k"]
        case .leave: ["esc", "q"]
        }
    }

    package var label: String {
        switch self {
        case .date: "age"
        case .contents: "how many items"
        case .leave: "back"
        default: rawValue
        }
    }

    package var help: String {
        switch self {
        case .date: "Sort by age: oldest first, or again newest first."
        case .id: "Sort by the purchase's number."
        case .purchaser: "Sort by the purchaser's name."
        case .contents: "Sort by how many items are to ship, or were shipped."
        case .country: "Sort by country."
        case .city: "Sort by city."
        case .state: "Sort by state."
        case .reverse: "Sort the other way round."
        case .choose: "Sort by the column that is pointed at."
        case .down: "Point at the next column."
        case .up: "Point at the column before."
        case .leave: "Leave the order as it is."
        }
    }
}
