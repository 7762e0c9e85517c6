extension ListingRules {
    /// Whether it is here first, then every seat, then the rest of the document's table.
    package func fields(of purchase: Purchase) -> [ValueField] {
        [
            ValueField(ListingAttribute.inHand, .flag),
            ValueField(ListingAttribute.inHandOn, .date, note: "the day it will be in hand"),
        ] + seatFields(of: purchase) + texts + values + amounts
    }

    private func seatFields(of purchase: Purchase) -> [ValueField] {
        let quantity = purchase.attributes[ListingAttribute.quantity].flatMap { Int($0) } ?? 0
        return (0..<min(quantity, Self.mostSeats)).flatMap { place in
            [
                ValueField(InventoryTable.seat(place, "seat"), .number, isScanned: true),
                ValueField(InventoryTable.seat(place, "barcode"), isScanned: true),
                ValueField(InventoryTable.seat(place, "primary_ticket_id")),
                ValueField(InventoryTable.seat(place, "verification_id")),
            ]
        }
    }

    /// More have no place in a form; the command line takes them.
    private static let mostSeats = 100

    private var texts: [ValueField] {
        [
            ValueField("external_notes", note: "buyers see it"),
            ValueField("internal_notes", note: "buyers do not see it"),
            ValueField("section"), ValueField("row"),
            ValueField(ListingAttribute.quantity, .number, note: "a change makes the tickets anew"),
        ]
    }

    private var values: [ValueField] {
        [
            ValueField("format", .choice(TicketFormat.allCases.map(\.rawValue))),
            ValueField("type", .choice(ListingType.allCases.map(\.rawValue))),
            ValueField("view_type", .choice(ViewType.allCases.map(\.rawValue))),
            ValueField("split_type", .choice(SplitType.allCases.map(\.rawValue))),
            ValueField("split_override", .numbers, note: "lots for CUSTOM, such as 2,4"),
            ValueField("eticket", .flag), ValueField("instant_delivery", .flag),
            ValueField("speculative", .flag), ValueField("wheelchair_accessible", .flag),
        ]
    }

    private var amounts: [ValueField] {
        [
            ValueField("price", .amount, note: "at most 1,000,000"), ValueField("face_value", .amount),
            ValueField("cost", .amount), ValueField("taxed_cost", .amount),
            ValueField("discount", .amount, note: "percent, 0 to 100"),
            ValueField("account_email"), ValueField("remote_id", .number, note: "your own id, above 0"),
        ]
    }
}
