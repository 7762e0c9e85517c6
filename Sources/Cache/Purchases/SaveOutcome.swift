import Model

/// What saving a page did.
package struct SaveOutcome: Sendable, Hashable {
    /// Not in the cache before, in the page's order.
    package var new: [PurchaseID]
    /// In the cache before, and different.
    package var changed: [PurchaseID]
    /// Not replaced, because what is stored was read later.
    package var kept: [PurchaseID]

    package init(new: [PurchaseID] = [], changed: [PurchaseID] = [], kept: [PurchaseID] = []) {
        self.new = new
        self.changed = changed
        self.kept = kept
    }
}
