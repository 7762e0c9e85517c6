import FoundationEssentials

/// A listing as an answer told it; nil is what the answer did not say, or what could not be read.
package struct InventoryListing: Sendable, Hashable {
    /// Nil where a bulk answer does not say.
    package var id: Int64?
    package var remoteID: Int64?
    package var eventID: Int64?
    package var eventName: String?
    /// As it came: a `Z` at its end means nothing, the time is the venue's own.
    package var eventTime: String?
    package var venue: String?
    package var section: String?
    package var row: String?
    package var quantity: Int?
    package var seats: [Seat] = []
    /// In the server's spelling; `TicketFormat(caseless:)` reads it.
    package var format: String?
    package var type: String?
    package var viewType: String?
    package var splitType: String?
    package var splits: [Int] = []
    package var inHand: Bool?
    package var inHandOn: PlainDate?
    package var instantDelivery: Bool?
    package var eticket: Bool?
    package var speculative: Bool?
    package var wheelchairAccessible: Bool?
    package var accountEmail: String?
    package var externalNotes: String?
    package var internalNotes: String?
    package var cost: Decimal?
    package var taxedCost: Decimal?
    package var discount: Decimal?
    package var faceValue: Decimal?
    package var price: Decimal?

    package init(id: Int64? = nil) { self.id = id }

    package struct Seat: Sendable, Hashable {
        /// As it came: a number mostly, `GA` somewhere.
        package var seat: String
        package var barcode: String?
        package var primaryTicketID: String?
        package var verificationID: String?

        package init(
            seat: String, barcode: String? = nil, primaryTicketID: String? = nil,
            verificationID: String? = nil
        ) {
            self.seat = seat
            self.barcode = barcode
            self.primaryTicketID = primaryTicketID
            self.verificationID = verificationID
        }
    }
}
