import Model

/// What the server says remains of each item that a request touched.
package struct FulfillmentReply: Sendable, Hashable {
    /// By purchase and item number: `new_quantity_remaining`. What could not be read is missing.
    package var remaining: [PurchaseID: [Int: Int]]
    package init(remaining: [PurchaseID: [Int: Int]]) { self.remaining = remaining }

    package func remaining(_ purchase: PurchaseID, item: Int) -> Int? { remaining[purchase]?[item] }
}
