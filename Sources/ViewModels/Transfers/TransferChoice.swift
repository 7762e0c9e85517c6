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
    var context: KeyContext { .transfers }
    var screen: Screen { .transfers(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        let intent: TransferIntent? = surroundings.keymap.intent(press.chord)
        switch intent {
        case .down: cursor = min(transfers.count - 1, cursor + 1)
        case .up: cursor = max(0, cursor - 1)
        case .leave: return .go(.pop)
        case .open where transfers.indices.contains(cursor):
            return .go(.open(PurchaseKey(store: store, purchase: transfers[cursor].purchase)))
        case .open, nil: break
        }
        return .nothing
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        [TransferIntent.open, .down, .up, .leave].compactMap { hint($0, in: surroundings) }
    }
}
