import FoundationEssentials

/// The attributes of the inventory update document that are values of one kind, by name: so that reading,
/// writing and asking for them agree. What has a shape of its own stands beside it: days, words, lots, seats.
enum InventoryTable {
    typealias Path<Value> = (name: String, path: WritableKeyPath<InventoryChange, Value?>)

    static var texts: [Path<String>] {
        [
            ("account_email", \.accountEmail), ("external_notes", \.externalNotes),
            ("internal_notes", \.internalNotes), ("row", \.row), ("section", \.section),
        ]
    }

    static var amounts: [Path<Decimal>] {
        [
            ("cost", \.cost), ("discount", \.discount), ("face_value", \.faceValue), ("price", \.price),
            ("taxed_cost", \.taxedCost),
        ]
    }

    static var flags: [Path<Bool>] {
        [
            ("eticket", \.eticket), (ListingAttribute.inHand, \.inHand),
            ("instant_delivery", \.instantDelivery), ("speculative", \.speculative),
            ("wheelchair_accessible", \.wheelchairAccessible),
        ]
    }

    /// Columns of one seat, its number first.
    static let seatColumns = ["seat", "barcode", "primary_ticket_id", "verification_id"]

    static func seat(_ place: Int, _ column: String) -> String { "seats[\(place)].\(column)" }

    /// `seats[2].barcode` as place and column; nil where the name is none of a seat's.
    static func seat(_ name: String) -> (place: Int, column: String)? {
        guard name.hasPrefix("seats["), let end = name.firstIndex(of: "]") else { return nil }
        let digits = name[..<end].dropFirst("seats[".count)
        let column = String(name[end...].dropFirst("].".count))
        guard (1...4).contains(digits.count), digits.allSatisfy(\.isASCIIDigit), let place = Int(digits),
            name[end...].hasPrefix("]."), seatColumns.contains(column)
        else { return nil }
        return (place, column)
    }
}
