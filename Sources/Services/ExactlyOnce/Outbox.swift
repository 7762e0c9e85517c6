import Cache
import Model

/// The durable steps of the protocol: each verb is one transaction (protocol, steps 1 to 7).
///
/// The rules are values (``Precheck``, ``Reconciler``, ``RemainingCheck``); here they meet the rows.
package struct Outbox: Sendable {
    let cache: Cache
    let store: StoreID
    let figures: ProtocolFigures
    let reconciler: Reconciler
    /// Otherwise they are kept on this box, and the log says so.
    let marksLeave: Bool

    package init(
        cache: Cache, store: StoreID, figures: ProtocolFigures = ProtocolFigures(), marksLeave: Bool = true
    ) {
        self.cache = cache
        self.store = store
        self.figures = figures
        self.marksLeave = marksLeave
        reconciler = Reconciler(figures: figures)
    }

    func key(_ purchase: PurchaseID) -> PurchaseKey { PurchaseKey(store: store, purchase: purchase) }
}

/// Somebody else leads this store now: nothing was written.
package struct LeadLost: Error, Sendable, Hashable {}

/// The marks of one request, with what is needed to judge its answer.
package struct Batch: Sendable, Hashable {
    package struct Line: Sendable, Hashable {
        package var mark: Mark
        /// The item as read just before sending, without this mark.
        package var before: ItemFigures
    }
    /// Names the attempt in the audit and in the attempts' table.
    package var request: String
    package var lines: [Line]

    package init(request: String, lines: [Line]) {
        self.request = request
        self.lines = lines
    }
}
