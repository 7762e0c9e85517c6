import FoundationEssentials
import Model

/// The body of a PATCH, read as strictly as the table of the document.
struct ListingChange {
    /// Nil for one listing, which the path names.
    private(set) var ids: [Int]?
    private var values: [String: Listing.Value] = [:]
    private var quantity: Int?
    private var seats: [Listing.Seat]?
    private var splits: [Int]?
    private var remoteID: Int?

    /// - Throws: what the server says is wrong.
    init(_ data: Data, isBulk: Bool, nests: Bool) throws(EvolutionError) {
        guard let body = StrictObject(data) else { throw .invalid(["The body is not JSON."]) }
        if isBulk { readIDs(body) }
        let outer = body.object("inventory")
        if outer == nil { body.fault("inventory is missing") }
        if let inventory = nests ? outer?.object("ticket") : outer {
            readTexts(inventory)
            readNumbers(inventory)
            readHand(inventory)
            if !isBulk { readSeats(inventory) }
            readSplits(inventory)
        }
        body.refuseUnknown()
        guard body.faults.isEmpty else { throw .invalid(body.faults) }
    }

    func applied(to listing: Listing) -> Listing {
        var changed = listing
        changed.values.merge(values) { $1 }
        if values["in_hand"] == .flag(true) { changed.values["in_hand_on"] = values["in_hand_on"] }
        changed.remoteID = remoteID ?? listing.remoteID
        changed.splits = splits ?? listing.splits
        if let quantity, quantity != listing.quantity {
            // The tickets are made anew: barcodes and seat ids are gone, unless they came along.
            changed.generation += 1
            let first = listing.seats.first?.seat ?? 1
            changed.seats = (first..<first + quantity).map { Listing.Seat($0) }
        }
        changed.seats = seats ?? changed.seats
        return changed
    }

    var newRemoteID: Int? { remoteID }

    private mutating func readIDs(_ body: StrictObject) {
        let ids = body.integers("ids") ?? []
        if !(1...1_000).contains(ids.count) { body.fault("ids must hold between 1 and 1000 ids") }
        if Set(ids).count != ids.count { body.fault("ids must be unique") }
        self.ids = ids
    }

    private mutating func readTexts(_ body: StrictObject) {
        for name in ["external_notes", "internal_notes", "row", "section"] {
            if let text = body.text(name) { values[name] = .text(text) }
        }
        if let email = body.text("account_email") {
            if email.wholeMatch(of: /[^@\s]+@[^@\s]+\.[^@\s]+/) == nil {
                body.fault("inventory[account_email] is in invalid format")
            }
            values["account_email"] = .text(email)
        }
        let choices = [
            ("format", TicketFormat.allCases.map(\.rawValue)), ("type", ListingType.allCases.map(\.rawValue)),
            ("view_type", ViewType.allCases.map(\.rawValue)),
        ]
        for (name, words) in choices {
            if let word = body.choice(name, words) { values[name] = .text(word) }
        }
        for name in ["eticket", "instant_delivery", "speculative", "wheelchair_accessible"] {
            if let flag = body.flag(name) { values[name] = .flag(flag) }
        }
    }

    private mutating func readNumbers(_ body: StrictObject) {
        for name in ["cost", "discount", "face_value", "price", "taxed_cost"] {
            guard let number = body.number(name) else { continue }
            values[name] = .number(number)
            if name == "discount", !(0...100).contains(number) {
                body.fault("inventory[discount] is out of range")
            }
            if name == "price", number > 1_000_000 { body.fault("inventory[price] is too high") }
        }
    }

    private mutating func readHand(_ body: StrictObject) {
        let inHand = body.flag("in_hand")
        let day = body.date("in_hand_on")
        if inHand != true, day == nil { body.fault("inventory[in_hand_on] is missing") }
        if let inHand { values["in_hand"] = .flag(inHand) }
        if let day { values["in_hand_on"] = .text(day) }
    }

    private mutating func readSeats(_ body: StrictObject) {
        quantity = body.integer("quantity")
        remoteID = body.integer("remote_id")
        if let quantity, quantity < 1 { body.fault("inventory[quantity] must be at least 1") }
        if let remoteID, remoteID < 1 { body.fault("inventory[remote_id] must be greater than 0") }
        guard let rows = body.objects("seats") else { return }
        let seats = rows.map { row in
            if !row.has("seat") { row.fault("seat is missing") }
            var seat = Listing.Seat(row.integer("seat") ?? 0, barcode: row.text("barcode"))
            seat.primaryTicketID = row.text("primary_ticket_id")
            seat.verificationID = row.text("verification_id")
            return seat
        }
        if seats.isEmpty { body.fault("inventory[seats] must hold at least 1") }
        if Set(seats.map(\.seat)).count != seats.count { body.fault("inventory[seats] must be unique") }
        if let quantity, quantity != seats.count { body.fault("inventory[quantity] must match seats") }
        self.seats = seats
    }

    private mutating func readSplits(_ body: StrictObject) {
        let type = body.choice("split_type", SplitType.allCases.map(\.rawValue))
        splits = body.integers("split_override")
        if type == SplitType.custom.rawValue, splits?.isEmpty ?? true {
            body.fault("inventory[split_override] is missing")
        }
        if let type { values["split_type"] = .text(type) }
    }
}
