/// How a ticket is delivered (inventory update document). The raw value is the table's spelling.
package enum TicketFormat: String, Sendable, Hashable, CaseIterable {
    case eticket = "Eticket"
    case flashSeats = "Flash_seats"
    case guestList = "Guest_list"
    case paperless = "Paperless"
    case physical = "Physical"
    case mobile = "TM_mobile"
}

/// In what lots a group may be sold.
package enum SplitType: String, Sendable, Hashable, CaseIterable {
    case standard = "DEFAULT"
    case any = "ANY"
    case neverLeaveOne = "NEVERLEAVEONE"
    case none = "NONE"
    /// Those of the split override.
    case custom = "CUSTOM"
}

package enum ListingType: String, Sendable, Hashable, CaseIterable {
    case event = "EVENT"
    case parking = "PARKING"
}

package enum ViewType: String, Sendable, Hashable, CaseIterable {
    case full = "Full"
    case obstructed = "Obstructed"
    case possiblyObstructed = "Possibly Obstructed"
    case partiallyObstructed = "Partially Obstructed"
}

extension RawRepresentable where Self: CaseIterable, RawValue == String {
    /// Whatever the case of its letters: the document's own example writes `ETICKET`. Nil where it is none.
    package init?(caseless text: String) {
        let wanted = text.lowercased()
        guard let found = Self.allCases.first(where: { $0.rawValue.lowercased() == wanted }) else {
            return nil
        }
        self = found
    }
}
