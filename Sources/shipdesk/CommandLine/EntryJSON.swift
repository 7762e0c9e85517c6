import Model

/// A mark as `outbox --json`, `ship --json` and `undo --json` print it (CommandLine.md).
struct EntryJSON: Encodable {
    var id: String
    var action: String
    var state: String
    var store: String
    var purchase: String
    var item: Int
    /// Negative for an undo.
    var quantity: Int
    @OrNull var tracking: String?
    /// In words for people.
    @OrNull var error: String?

    init(_ mark: Mark, storeName: String) {
        id = mark.id.description
        action = mark.action.description
        state = mark.state.rawValue
        store = storeName
        purchase = mark.purchase.text
        item = mark.item
        quantity = mark.quantity
        tracking = mark.tracking
        error = mark.reason
    }
}

/// The whole answer.
struct EntriesJSON: Encodable {
    var entries: [EntryJSON]
    /// An import's rows; absent otherwise.
    var rows: [ImportRowJSON]?
}
