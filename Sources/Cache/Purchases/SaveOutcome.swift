import Model

/// What saving a page did.
package struct SaveOutcome: Sendable, Hashable {
    /// Not in the cache before, in the page's order.
    package var new: [PurchaseID]
    /// In the cache before, and different.
    package var changed: [PurchaseID]
    /// Not replaced, because what is stored was read later.
    package var kept: [PurchaseID]
    /// How many no earlier page of the same pass showed.
    package var newInPass: Int

    package init(
        new: [PurchaseID] = [], changed: [PurchaseID] = [], kept: [PurchaseID] = [], newInPass: Int = 0
    ) {
        self.new = new
        self.changed = changed
        self.kept = kept
        self.newInPass = newInPass
    }
}
