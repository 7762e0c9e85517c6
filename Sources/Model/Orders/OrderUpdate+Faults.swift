import FoundationEssentials

extension OrderUpdate {
    /// An address that the document would take: street, town, postcode and a country of two letters.
    package static func takes(_ address: ShippingAddress) -> Bool { faults(of: address).isEmpty }

    /// What the document would refuse, in its order; empty where it may go.
    ///
    /// - Parameter quantity: of the order as last read, where it was.
    package func faults(quantity: Int? = nil) -> [AttributeFault] {
        neededFaults + blankFaults + customerFaults + (address.map(Self.faults) ?? [])
            + itemFaults(quantity) + labelFaults
    }

    private var neededFaults: [AttributeFault] {
        guard status == nil, address == nil else { return [] }
        let words = "Say the status, also where it stays as it is, or send the whole address along."
        return [AttributeFault("order_status", words)]
    }

    private var blankFaults: [AttributeFault] {
        [("ticket_type", ticketType), ("shipping_tracking_id", tracking.value)].compactMap {
            Self.blank($0, $1)
        }
    }

    private var customerFaults: [AttributeFault] {
        guard let customer else { return [] }
        let texts = [
            ("customer.id", customer.id), ("customer.first_name", customer.firstName),
            ("customer.last_name", customer.lastName),
            ("customer.contact_number", customer.contactNumber.value),
        ]
        return texts.compactMap { Self.blank($0, $1) } + Self.email("customer.email_address", customer.email)
    }

    private static func faults(of address: ShippingAddress) -> [AttributeFault] {
        let parts = [
            ("address_line_1", address.address1, "street"), ("town", address.city, "town"),
            ("postcode", address.zipcode, "postcode"), ("country", address.countryCode, "country"),
        ]
        var faults = parts.compactMap { name, text, what in
            text?.isBlank ?? true
                ? AttributeFault("shipping_address.\(name)", "Write the \(what); it cannot be left out.")
                : nil
        }
        if let country = address.countryCode, !country.isBlank, !isCountry(country) {
            faults.append(AttributeFault("shipping_address.country", "Write two letters, such as GB."))
        }
        return faults
    }

    private func itemFaults(_ quantity: Int?) -> [AttributeFault] {
        var faults: [AttributeFault] = []
        if let quantity, !items.isEmpty, items.count != quantity {
            faults.append(
                AttributeFault(
                    "items", "The order has \(quantity) tickets, here are \(items.count); list every one."))
        }
        return faults + items.enumerated().flatMap { Self.faults(of: $1, "items[\($0)]") }
    }

    private static func faults(of item: Item, _ place: String) -> [AttributeFault] {
        var faults = [("row", item.row), ("seat", item.seat)].compactMap { blank("\(place).\($0)", $1) }
        if let price = item.price, price < 0 || price.isNaN {
            faults.append(AttributeFault("\(place).price", "Write a price that is not negative."))
        }
        guard let holder = item.holder else { return faults }
        let texts = [
            ("first_name", holder.firstName), ("last_name", holder.lastName),
            ("national_id", holder.nationalID), ("contact_number", holder.contactNumber),
            ("address", holder.address), ("nationality", holder.nationality),
            ("birth_place", holder.birthPlace), ("birth_country", holder.birthCountry),
        ]
        return faults + texts.compactMap { blank("\(place).customer.\($0)", $1) }
            + email("\(place).customer.email_address", holder.email)
    }

    private var labelFaults: [AttributeFault] {
        guard case .url(let text) = label, !Self.isWebAddress(text) else { return [] }
        return [AttributeFault("shipping_label", "Write the whole address, beginning with https://.")]
    }

    private static func blank(_ name: String, _ text: String?) -> AttributeFault? {
        guard let text, text.isBlank else { return nil }
        return AttributeFault(name, "Write something, or leave it out.")
    }

    private static func email(_ name: String, _ text: String?) -> [AttributeFault] {
        guard let text, !text.looksLikeEmail else { return [] }
        return [AttributeFault(name, "Write an e-mail address, or leave it out.")]
    }

    private static func isCountry(_ text: String) -> Bool {
        text.utf8.count == 2 && text.allSatisfy { $0.isASCII && $0.isLetter }
    }

    private static func isWebAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "://", maxSplits: 1)
        guard parts.count == 2, ["http", "https"].contains(parts[0].lowercased()) else { return false }
        return !text.contains(where: \.isWhitespace)
            && parts[1].first.map { $0.isLetter || $0.isNumber } == true
    }
}
