import Model

/// Which shipments of one purchase to take back, and how many.
package struct UndoForm: Sendable, Hashable {
    package var detail: PurchaseDetail
    /// Newest first; field `.source(n)` says how many of the n-th.
    package var sources: [UndoSource]
    package var form: Form
    package var problem: String?
}

/// Something that can be taken back: a mark of ours, or an entry of the ledger made elsewhere.
package struct UndoSource: Sendable, Hashable {
    package var takesBack: TakesBack
    package var item: Int
    package var itemName: String
    package var quantity: Int
    /// How many of it were not taken back yet.
    package var available: Int
    /// Unix seconds.
    package var at: Int64
    /// Nil: made elsewhere.
    package var author: Author?
    package var action: ActionID?
    package var state: MarkState?
    package var tracking: String?

    package var isOurs: Bool { author != nil }
}
