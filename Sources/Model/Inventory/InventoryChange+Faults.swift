import FoundationEssentials

extension InventoryChange {
    /// The most listings that one change may touch.
    package static let mostAtOnce = 1_000
    /// The highest price that the document allows.
    package static let highestPrice: Decimal = 1_000_000

    /// What the document would refuse, in the order of its table; empty where it may go.
    ///
    /// - Parameter quantity: of the listing as last read, where it was.
    package func faults(quantity known: Int? = nil) -> [AttributeFault] {
        guard self != InventoryChange() else {
            return [AttributeFault("inventory", "Change something first.")]
        }
        return textFaults + numberFaults + inHandFaults + quantityFaults(known) + seatFaults + splitFaults
    }

    /// The same for a change of many listings at once.
    package func faults(together ids: [Int64]) -> [AttributeFault] {
        var faults: [AttributeFault] = []
        if !(1...Self.mostAtOnce).contains(ids.count) {
            faults.append(AttributeFault("ids", "Choose between 1 and 1,000 listings."))
        }
        if Set(ids).count != ids.count { faults.append(AttributeFault("ids", "Name each listing once.")) }
        if ids.contains(where: { $0 <= 0 }) {
            faults.append(AttributeFault("ids", "Name listings by their numbers."))
        }
        let single = [
            ("quantity", quantity != nil), ("remote_id", remoteID != nil), ("seats", !seats.isEmpty),
        ]
        faults += single.filter(\.1).map {
            AttributeFault($0.0, "This can be changed on one listing at a time only.")
        }
        return faults + self.faults()
    }

    private var textFaults: [AttributeFault] {
        var faults: [AttributeFault] = []
        if let accountEmail, !accountEmail.looksLikeEmail {
            faults.append(AttributeFault("account_email", "Write an e-mail address."))
        }
        let texts = [
            ("external_notes", externalNotes), ("internal_notes", internalNotes), ("row", row),
            ("section", section),
        ]
        return faults + texts.compactMap { Self.blank($0, $1) }
    }

    private var numberFaults: [AttributeFault] {
        var faults: [AttributeFault] = []
        let numbers = [
            ("cost", cost), ("discount", discount), ("face_value", faceValue), ("price", price),
            ("taxed_cost", taxedCost),
        ]
        for (name, number) in numbers where number?.isNaN == true {
            faults.append(AttributeFault(name, "Write a number."))
        }
        // The document names no least amount; nothing is sold for less than nothing.
        for (name, number) in numbers where name != "discount" {
            guard let number, !number.isNaN, number < 0 else { continue }
            faults.append(AttributeFault(name, "Write an amount of 0 or more."))
        }
        if let discount, !discount.isNaN, !(0...100).contains(discount) {
            faults.append(AttributeFault("discount", "Write a percentage between 0 and 100."))
        }
        if let price, !price.isNaN, price > Self.highestPrice {
            faults.append(AttributeFault("price", "Write a price of at most 1,000,000."))
        }
        if let remoteID, remoteID <= 0 {
            faults.append(AttributeFault("remote_id", "Write a number greater than 0."))
        }
        return faults
    }

    /// Required when in hand is false "or not provided", whatever else is changed.
    private var inHandFaults: [AttributeFault] {
        guard inHand != true, inHandOn == nil else { return [] }
        let words =
            inHand == nil
            ? "Say that the tickets are in hand, or the day on which they will be: every change needs one."
            : "Say the day on which the tickets will be in hand."
        return [AttributeFault("in_hand_on", words)]
    }

    private func quantityFaults(_ known: Int?) -> [AttributeFault] {
        var faults: [AttributeFault] = []
        if let quantity, quantity < 1 {
            faults.append(AttributeFault("quantity", "Write a quantity of at least 1."))
        }
        if let wanted = quantity ?? known, !seats.isEmpty, seats.count != wanted {
            let words = "There are \(wanted) tickets and \(seats.count) seats; enter a seat for each ticket."
            faults.append(AttributeFault(quantity == nil ? "seats" : "quantity", words))
        }
        return faults
    }

    /// A barcode need not be there, but it lets in one person: the words name seats, never a barcode.
    private var seatFaults: [AttributeFault] {
        var seen: Set<Int> = []
        var owners: [String: Int] = [:]
        return seats.enumerated().flatMap { place, seat in
            var faults: [AttributeFault] = []
            if !seen.insert(seat.seat).inserted {
                faults.append(AttributeFault("seats[\(place)].seat", "Seat \(seat.seat) stands here twice."))
            }
            let barcode = comparableTracking(seat.barcode)
            if !barcode.isEmpty, let owner = owners.updateValue(seat.seat, forKey: barcode) {
                faults.append(
                    AttributeFault(
                        "seats[\(place)].barcode",
                        "Seats \(owner) and \(seat.seat) would have the same barcode; each has its own."))
            }
            let texts = [
                ("barcode", seat.barcode), ("primary_ticket_id", seat.primaryTicketID),
                ("verification_id", seat.verificationID),
            ]
            return faults + texts.compactMap { Self.blank("seats[\(place)].\($0)", $1) }
        }
    }

    private var splitFaults: [AttributeFault] {
        if splitType == .custom, splitOverride.isEmpty {
            return [AttributeFault("split_override", "Say in which lots the tickets may be sold.")]
        }
        guard splitOverride.contains(where: { $0 < 1 }) else { return [] }
        return [AttributeFault("split_override", "Write lots of at least one ticket.")]
    }

    private static func blank(_ name: String, _ text: String?) -> AttributeFault? {
        guard let text, text.isBlank else { return nil }
        return AttributeFault(name, "Write something, or leave it as it is: it cannot be emptied.")
    }
}
