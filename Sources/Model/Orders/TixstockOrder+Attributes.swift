import FoundationEssentials

extension TixstockOrder {
    /// What was told, by the names of the update order document; what its answer has besides, by the
    /// answer's own: `quantity`, `currency`, `items[0].section`, `meta.mode`.
    ///
    /// What the answer always has is there, also where it is empty. What it may leave out is there only
    /// where it said something: silence is no value.
    ///
    /// - Parameters:
    ///   - mode: `Sandbox` or `Production`, where it was told.
    ///   - label: what its PDF is called here, where it came with one.
    package func attributes(mode: String?, label name: LabelName?) -> Attributes {
        var told: [String: String] = [
            OrderAttribute.status: status?.rawValue ?? statusText,
            OrderAttribute.tracking: tracking ?? "",
            OrderAttribute.label: label?.url ?? "",
            "quantity": String(quantity),
        ]
        told[OrderAttribute.ticketType] = ticketType
        told[OrderAttribute.placedAt] = placedAt.map(Instant.text)
        told[OrderAttribute.labelFile] = name?.description
        told["currency"] = currency
        told["sub_total"] = subTotal.map { "\($0)" }
        told["grand_total"] = grandTotal.map { "\($0)" }
        told[OrderAttribute.mode] = mode
        tellCustomer(&told)
        tellAddress(&told)
        for (place, item) in items.enumerated() { tell(item, "items[\(place)]", &told) }
        return Attributes(told)
    }

    /// One for the whole order; nil where its tickets differ, or where none says.
    package var ticketType: String? {
        let types = Set(items.compactMap(\.type))
        return types.count == 1 ? types.first : nil
    }

    private func tellCustomer(_ told: inout [String: String]) {
        told[OrderAttribute.customerID] = customer.id
        told["customer.first_name"] = customer.firstName ?? ""
        told["customer.last_name"] = customer.lastName ?? ""
        told["customer.email_address"] = customer.email ?? ""
        told[OrderAttribute.contactNumber] = customer.contactNumber ?? ""
    }

    private func tellAddress(_ told: inout [String: String]) {
        told["shipping_address.address_line_1"] = shippingAddress?.address1 ?? ""
        told["shipping_address.address_line_2"] = shippingAddress?.address2 ?? ""
        told["shipping_address.town"] = shippingAddress?.city ?? ""
        told["shipping_address.postcode"] = shippingAddress?.zipcode ?? ""
        told["shipping_address.country"] = shippingAddress?.countryCode ?? ""
        // The update has no place for it.
        told["shipping_address.county"] = shippingAddress?.state
    }

    private func tell(_ item: OrderItem, _ place: String, _ told: inout [String: String]) {
        told["\(place).listing_id"] = item.listingID
        told["\(place).general_admission"] = item.generalAdmission.map(String.init)
        told["\(place).type"] = item.type
        told["\(place).section"] = item.section
        told["\(place).row"] = item.row
        told["\(place).seat"] = item.seat
        told["\(place).price"] = item.price.map { "\($0)" }
        guard let holder = item.holder else { return }
        let parts = [
            ("first_name", holder.firstName), ("last_name", holder.lastName),
            ("email_address", holder.email), ("dob", holder.birthDate?.description),
            ("national_id", holder.nationalID), ("contact_number", holder.contactNumber),
            ("address", holder.address), ("nationality", holder.nationality),
            ("birth_place", holder.birthPlace), ("birth_country", holder.birthCountry),
        ]
        for (name, value) in parts { told["\(place).customer.\(name)"] = value }
    }
}
