import Model

/// What the server says remains of each item that a request touched.
package struct FulfillmentReply: Sendable, Hashable {
    /// By purchase and item number: `new_quantity_remaining`. What could not be read is missing.
    package var remaining: [PurchaseID: [Int: Int]]
    /// Purchases as the answer tells them, where the store knows values instead of a ledger.
    package var told: [Purchase]

    package init(remaining: [PurchaseID: [Int: Int]] = [:], told: [Purchase] = []) {
        self.remaining = remaining
        self.told = told
    }

    package func remaining(_ purchase: PurchaseID, item: Int) -> Int? { remaining[purchase]?[item] }
}
