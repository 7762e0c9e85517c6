import Model

/// Asks what to sort the list by; the column that it is sorted by already turns round.
package struct SortPicker: Sendable, Hashable {
    package var sort: ListSort
    /// The column that is pointed at.
    package private(set) var pointed: ListSort.Column

    package init(_ sort: ListSort) {
        self.sort = sort
        pointed = sort.column
    }

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
        switch intent {
        case .leave: return .go(.pop)
        case .down: point(1)
        case .up: point(-1)
        case .choose: return choose(pointed)
        case .reverse: return choose(sort.column)
        default: return intent.column.map(choose) ?? .nothing
        }
        return .nothing
    }

    private func choose(_ column: ListSort.Column) -> Outcome { Outcome(moves: [.pop, .sort(next(column))]) }

    private mutating func point(_ step: Int) {
        let columns = SortIntent.allCases.compactMap(\.column)
        guard let place = columns.firstIndex(of: pointed) else { return }
        pointed = columns[min(max(0, place + step), columns.count - 1)]
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        [SortIntent.choose, .reverse, .leave].compactMap { hint($0, in: surroundings) }
    }
}
