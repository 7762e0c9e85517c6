import Model

/// Asks what to sort the list by; the column that it is sorted by already turns round.
package struct SortPicker: Sendable, Hashable {
    package var sort: ListSort
    package init(_ sort: ListSort) { self.sort = sort }

    /// What a column's key would lead to.
    package func next(_ column: ListSort.Column) -> ListSort {
        ListSort(column, descending: column == sort.column && !sort.descending)
    }
}

extension SortPicker: StackedScreen {
    var context: KeyContext { .sorting }
    var screen: Screen { .sorting(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        guard let intent: SortIntent = surroundings.keymap.intent(press.chord) else { return .nothing }
        if let column = intent.column { return Outcome(moves: [.pop, .sort(next(column))]) }
        return intent == .reverse ? Outcome(moves: [.pop, .sort(next(sort.column))]) : .go(.pop)
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        [SortIntent.reverse, .leave].compactMap { hint($0, in: surroundings) }
    }
}
