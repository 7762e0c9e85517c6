import FoundationEssentials

extension InventoryListing {
    /// What the answer told, by the document's names, written as ``InventoryChange/attributes`` does; and the
    /// event beside it, which is only read. What it did not tell is missing.
    package var attributes: Attributes {
        var values = Attributes()
        let texts = [
            ("account_email", accountEmail), ("external_notes", externalNotes),
            ("internal_notes", internalNotes), ("row", row), ("section", section),
            (ListingAttribute.eventName, eventName), (ListingAttribute.eventTime, eventTime),
            (ListingAttribute.venue, venue), (ListingAttribute.inHandOn, inHandOn?.description),
            ("format", format.map { TicketFormat(caseless: $0)?.rawValue ?? $0 }),
            ("type", type.map { ListingType(caseless: $0)?.rawValue ?? $0 }),
            ("view_type", viewType.map { ViewType(caseless: $0)?.rawValue ?? $0 }),
            ("split_type", splitType.map { SplitType(caseless: $0)?.rawValue ?? $0 }),
        ]
        for (name, text) in texts { values[name] = text }
        let amounts = [
            ("cost", cost), ("discount", discount), ("face_value", faceValue), ("price", price),
            ("taxed_cost", taxedCost),
        ]
        for (name, amount) in amounts { values[name] = amount?.description }
        let flags = [
            ("eticket", eticket), (ListingAttribute.inHand, inHand), ("instant_delivery", instantDelivery),
            ("speculative", speculative), ("wheelchair_accessible", wheelchairAccessible),
        ]
        for (name, flag) in flags { values[name] = flag.map(String.init) }
        values[ListingAttribute.quantity] = quantity.map(String.init)
        values["remote_id"] = remoteID.map(String.init)
        values[ListingAttribute.eventID] = eventID.map(String.init)
        if !splits.isEmpty { values["split_override"] = splits.map(String.init).joined(separator: ",") }
        return values.setting(seatAttributes)
    }

    private var seatAttributes: Attributes {
        var values = Attributes()
        for (place, seat) in seats.enumerated() {
            if !seat.seat.isBlank { values[InventoryTable.seat(place, "seat")] = seat.seat }
            values[InventoryTable.seat(place, "barcode")] = seat.barcode
            values[InventoryTable.seat(place, "primary_ticket_id")] = seat.primaryTicketID
            values[InventoryTable.seat(place, "verification_id")] = seat.verificationID
        }
        return values
    }
}

extension Attributes {
    /// With what an answer told of a listing in place of what was known. What it did not tell stays as it
    /// was last told; seats stand or go together, because their places mean nothing once one changes.
    ///
    /// - Parameter doubtful: what may have changed since it was told: gone where the answer is silent.
    package func told(_ fresh: Attributes, doubtful: some Sequence<String> = []) -> Attributes {
        let quantity = ListingAttribute.quantity
        let hasNewSeats = fresh.names.contains { InventoryTable.seat($0) != nil }
        let hasNewTickets =
            self[quantity] != nil && fresh[quantity] != nil && self[quantity] != fresh[quantity]
        let doubtful = Set(doubtful)
        let kept = names.filter { name in
            let isSeat = InventoryTable.seat(name) != nil
            return !doubtful.contains(name) && !(isSeat && (hasNewSeats || hasNewTickets))
        }
        return only(kept).setting(fresh)
    }

    /// What else the document demands beside these values, from what is known of the listing: whether it is
    /// in hand or when it will be, the other seats where some are set, the lots of a custom split.
    package func completed(for listing: Attributes) -> Attributes {
        let (inHand, inHandOn) = (ListingAttribute.inHand, ListingAttribute.inHandOn)
        var whole = self
        if whole[inHand] == nil { whole[inHand] = listing[inHand] ?? (self[inHandOn] == nil ? nil : "false") }
        if whole[inHand] == "false", whole[inHandOn] == nil { whole[inHandOn] = listing[inHandOn] }
        if self["split_type"] == SplitType.custom.rawValue, self["split_override"] == nil {
            whole["split_override"] = listing["split_override"]
        }
        let quantity = self[ListingAttribute.quantity] ?? listing[ListingAttribute.quantity]
        guard names.contains(where: { InventoryTable.seat($0) != nil }),
            quantity == listing[ListingAttribute.quantity]
        else { return whole }
        for name in listing.names where InventoryTable.seat(name) != nil && self[name] == nil {
            whole[name] = listing[name]
        }
        return whole
    }
}
