/// The choices that the documents leave open. Defaults are what the documents' samples show.
package struct StoreBehaviour: Sendable {
    /// What `new_quantity_remaining` leaves out besides what was fulfilled.
    package enum Remaining: String, Sendable, CaseIterable {
        case nothing, cancelled, transferredOut, both
    }

    package var remaining: Remaining
    /// A fulfillment moves `last_modified_ts` of its purchase.
    package var movesLastModified: Bool
    /// More may be fulfilled than was bought.
    package var acceptsOvershipping: Bool
    /// More may be taken back than was fulfilled.
    package var acceptsNegativeNet: Bool
    /// Cleared purchases take up their places on a page before they are left out, so pages come out short.
    package var filtersAfterPaging: Bool

    package init(
        remaining: Remaining = .nothing, movesLastModified: Bool = false, acceptsOvershipping: Bool = true,
        acceptsNegativeNet: Bool = false, filtersAfterPaging: Bool = false
    ) {
        self.remaining = remaining
        self.movesLastModified = movesLastModified
        self.acceptsOvershipping = acceptsOvershipping
        self.acceptsNegativeNet = acceptsNegativeNet
        self.filtersAfterPaging = filtersAfterPaging
    }
}
