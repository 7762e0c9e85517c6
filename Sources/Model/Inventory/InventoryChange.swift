import FoundationEssentials

/// What to change on listings of Ticket Evolution: every attribute of the inventory update document. Nil
/// keeps what is there; nothing can be emptied, because the API refuses blank values.
package struct InventoryChange: Sendable, Hashable {
    /// `account_email`
    package var accountEmail: String?
    package var cost: Decimal?
    /// In percent, 0 to 100.
    package var discount: Decimal?
    package var eticket: Bool?
    /// `external_notes`: buyers see them.
    package var externalNotes: String?
    /// `face_value`
    package var faceValue: Decimal?
    package var format: TicketFormat?
    /// `in_hand`: the tickets lie here.
    package var inHand: Bool?
    /// `in_hand_on`: the day they will.
    package var inHandOn: PlainDate?
    /// `instant_delivery`
    package var instantDelivery: Bool?
    /// `internal_notes`: buyers do not see them.
    package var internalNotes: String?
    package var price: Decimal?
    package var quantity: Int?
    /// `remote_id`: our own id of the listing; one listing only.
    package var remoteID: Int64?
    package var row: String?
    /// All seats of the group, or none where nothing about them changes.
    package var seats: [Seat] = []
    package var section: String?
    package var speculative: Bool?
    /// `split_type`
    package var splitType: SplitType?
    /// `split_override`
    package var splitOverride: [Int] = []
    /// `taxed_cost`
    package var taxedCost: Decimal?
    package var type: ListingType?
    /// `view_type`
    package var viewType: ViewType?
    /// `wheelchair_accessible`
    package var wheelchairAccessible: Bool?

    package init() {}

    package struct Seat: Sendable, Hashable {
        package var seat: Int
        package var barcode: String?
        /// `primary_ticket_id`
        package var primaryTicketID: String?
        /// `verification_id`
        package var verificationID: String?
        package init(_ seat: Int, barcode: String? = nil) {
            self.seat = seat
            self.barcode = barcode
        }
    }

    /// The tickets are here.
    package static var arrived: InventoryChange {
        var change = InventoryChange()
        change.inHand = true
        return change
    }

    /// The tickets will be here on that day.
    package static func expected(on day: PlainDate) -> InventoryChange {
        var change = InventoryChange()
        change.inHand = false
        change.inHandOn = day
        return change
    }

    /// Ticket Evolution makes the tickets anew, without barcodes and seat ids: asked for twice.
    ///
    /// - Parameter quantity: of the listing as last read; nil where it is unknown, which counts as different.
    package func recreatesTickets(from quantity: Int?) -> Bool {
        self.quantity.map { $0 != quantity } ?? false
    }
}
