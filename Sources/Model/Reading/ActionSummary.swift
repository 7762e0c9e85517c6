/// What an action looked for is wanted for.
package enum ActionPurpose: Sendable, Hashable {
    /// The newest that still stands, to be taken back.
    case undo
    /// The newest that was taken back and not marked again, to be marked again.
    case redo
    /// The newest of which something has not left yet, to be stopped.
    case stop
}

/// An action in a few words.
package struct ActionSummary: Sendable, Hashable {
    package var id: ActionID
    package var verb: Verb
    /// As many items as its marks are about, whatever came of them.
    package var items: Int
    package var purchases: Int
    package var stores: [StoreID]
    /// Marks that have not left yet.
    package var queued: Int
    /// Unix milliseconds.
    package var at: Int64
    package var author: Author

    package init(
        id: ActionID, verb: Verb, items: Int, purchases: Int, stores: [StoreID], queued: Int = 0,
        at: Int64, author: Author
    ) {
        self.id = id
        self.verb = verb
        self.items = items
        self.purchases = purchases
        self.stores = stores
        self.queued = queued
        self.at = at
        self.author = author
    }
}
