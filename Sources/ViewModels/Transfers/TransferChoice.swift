import Model

/// Which of several transfers to follow: a question over the detail.
package struct TransferChoice: Sendable, Hashable {
    package var store: StoreID
    package var transfers: [TransferLine]
    package var cursor = 0

    package init(store: StoreID, transfers: [TransferLine]) {
        self.store = store
        self.transfers = transfers
    }
}

extension TransferLine {
    /// `1 Shirt L moved to 1051`.
    package var words: String {
        "\(quantity) \(itemName) \(isOut ? "moved to" : "came from") \(purchase)"
    }
}

extension TransferChoice: StackedScreen {
    var context: KeyContext { .picker }
    var screen: Screen { .transfers(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        if surroundings.keymap.intent(press.chord) == PickerIntent.choose {
            guard transfers.indices.contains(cursor) else { return .nothing }
            return .go(.open(PurchaseKey(store: store, purchase: transfers[cursor].purchase)))
        }
        guard let intent: BrowsingIntent = surroundings.keymap.intent(press.chord) else { return .nothing }
        switch intent {
        case .down: cursor = min(transfers.count - 1, cursor + 1)
        case .up: cursor = max(0, cursor - 1)
        case .first, .pageUp: cursor = 0
        case .last, .pageDown: cursor = transfers.count - 1
        case .back: return .go(.pop)
        case .help, .command: break
        }
        return .nothing
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        [hint(PickerIntent.choose, in: surroundings)].compactMap(\.self)
            + browsingHints([.down, .up, .back], in: surroundings)
    }
}
