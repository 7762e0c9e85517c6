import FoundationEssentials

/// All that is wrong with a change, in the document's order.
package struct AttributeFaults: Error, Sendable, Hashable {
    package var all: [AttributeFault]
    package init(_ all: [AttributeFault]) { self.all = all }
    /// For where there are no fields beside them.
    package var sentence: String { all.map(\.sentence).joined(separator: " ") }
}

extension OrderUpdate {
    /// What sets these values, with what the document demands beside them: the whole address where any of it
    /// changes, every ticket where one does, the customer's id; and where the status stays as it is, the
    /// whole address, or the status itself for an order whose address is not whole.
    ///
    /// - Parameters:
    ///   - sets: by the document's names; an empty text empties what may be emptied.
    ///   - known: the order as last told.
    ///   - label: the bytes behind a name; nil where nothing leaves yet, and the name is enough.
    /// - Throws: what the document would refuse.
    package init(
        setting sets: Attributes, on known: Attributes, label: ((LabelName) -> PDFFile?)? = nil
    ) throws(AttributeFaults) {
        var reading = OrderUpdateReading(sets: sets, known: known)
        reading.read(label)
        let told = Set(reading.faults.map(\.attribute))
        let documents = reading.update.faults(quantity: known["quantity"].flatMap { Int($0) })
        let faults = reading.faults + documents.filter { !told.contains($0.attribute) }
        guard faults.isEmpty else { throw AttributeFaults(faults) }
        self = reading.update
    }

    /// The same values as the document writes them: `Sale on Hold`, a time in UTC, `90` for `90.00`. What
    /// is none of them stays as it was typed, for the check to name.
    package static func canonical(_ sets: Attributes) -> Attributes {
        var result = sets
        for name in sets.names {
            guard let text = sets[name], !text.isBlank else { continue }
            if name == OrderAttribute.status {
                result[name] = OrderStatus(typed: text)?.rawValue ?? text
            } else if name == OrderAttribute.placedAt {
                result[name] = Instant.unixSeconds(text).map(Instant.text) ?? text
            } else if name.hasSuffix(".price") {
                result[name] = Decimal(string: text).map { "\($0)" } ?? text
            } else if name.hasSuffix(".country") {
                result[name] = text.uppercased()
            } else if name.hasSuffix(".general_admission") {
                result[name] = text.lowercased()
            }
        }
        return result
    }
}

/// Reads values into an update, and notes what is wrong with them.
private struct OrderUpdateReading {
    let sets: Attributes
    let known: Attributes
    var update = OrderUpdate()
    var faults: [AttributeFault] = []

    mutating func read(_ label: ((LabelName) -> PDFFile?)?) {
        noteStrangers()
        noteEmptied()
        readOrder()
        readCustomer()
        readItems()
        readLabel(label)
        readAddress()
    }

    private mutating func note(_ name: String, _ words: String) { faults.append(AttributeFault(name, words)) }

    private var tickets: Int {
        let told = known.names.compactMap(OrderUpdateReading.place).max().map { $0 + 1 } ?? 0
        return max(told, known["quantity"].flatMap { Int($0) }.map { min($0, 1_000) } ?? 0)
    }

    /// `items[3].seat` → 3.
    private static func place(_ name: String) -> Int? {
        guard name.hasPrefix("items["), let end = name.firstIndex(of: "]") else { return nil }
        return Int(name[name.index(name.startIndex, offsetBy: 6)..<end])
    }

    private mutating func noteStrangers() {
        let all = Set(OrderAttribute.all(tickets: tickets))
        for name in sets.names where !all.contains(name) {
            note(
                name,
                OrderUpdateReading.place(name) == nil || tickets == 0
                    ? "An update of an order has no such attribute."
                    : "The order has \(tickets) tickets, counted from 0, and none with this attribute there.")
        }
    }

    private mutating func noteEmptied() {
        for name in sets.names
        where sets[name]?.isBlank == true && !OrderAttribute.mayBeEmptied(name)
            && !OrderAttribute.address.contains(name)
        {
            note(name, "This cannot be emptied; write something, or leave it out.")
        }
    }

    private func text(_ name: String) -> String? { sets[name].flatMap { $0.isBlank ? nil : $0 } }

    private func edit(_ name: String) -> Edit<String> {
        guard let text = sets[name] else { return .keep }
        return text.isBlank ? .clear : .set(text)
    }

    private mutating func readOrder() {
        if let typed = text(OrderAttribute.status) {
            update.status = OrderStatus(typed: typed)
            if update.status == nil {
                let all = OrderStatus.allCases.map(\.rawValue).joined(separator: ", ")
                note(OrderAttribute.status, "There is no status of that name. Write one of: \(all).")
            }
        }
        update.ticketType = text(OrderAttribute.ticketType)
        if let typed = text(OrderAttribute.placedAt) {
            update.placedAt = Instant.unixSeconds(typed)
            if update.placedAt == nil {
                note(OrderAttribute.placedAt, "Write a time such as 2020-03-10T17:30:00-0400.")
            }
        }
        update.tracking = edit(OrderAttribute.tracking)
    }

    private mutating func readCustomer() {
        guard OrderAttribute.customer.contains(where: { sets[$0] != nil }) else { return }
        guard let id = text(OrderAttribute.customerID) ?? known[OrderAttribute.customerID] else {
            return note(OrderAttribute.customerID, "The order did not tell it; write the customer's id.")
        }
        var customer = OrderUpdate.Customer(id: id)
        customer.firstName = text("customer.first_name")
        customer.lastName = text("customer.last_name")
        customer.email = text("customer.email_address")
        customer.birthDate = date("customer.dob")
        customer.contactNumber = edit(OrderAttribute.contactNumber)
        update.customer = customer
    }

    private mutating func date(_ name: String) -> PlainDate? {
        guard let typed = text(name) else { return nil }
        let date = PlainDate(typed)
        if date == nil { note(name, "Write a date such as 1993-06-24.") }
        return date
    }

    /// All or none: they are compared with how many were bought, and with the seats of the listing.
    private mutating func readItems() {
        guard sets.names.contains(where: { OrderUpdateReading.place($0) != nil }) else { return }
        update.items = (0..<tickets).map { item("items[\($0)]") }
    }

    private mutating func item(_ place: String) -> OrderUpdate.Item {
        let merged = known.setting(sets)
        func value(_ name: String) -> String? {
            merged["\(place).\(name)"].flatMap { $0.isBlank ? nil : $0 }
        }
        let admission = value("general_admission").flatMap { Bool($0.lowercased()) }
        if admission == nil { note("\(place).general_admission", "Write true or false.") }
        var item = OrderUpdate.Item(generalAdmission: admission ?? false)
        item.row = value("row")
        item.seat = value("seat")
        // The answer does not tell prices: one that nobody sets is not sent.
        if let typed = text("\(place).price") {
            item.price = Decimal(string: typed)
            if item.price == nil { note("\(place).price", "Write an amount such as 90.50.") }
        }
        var holder = TicketHolder(
            firstName: value("customer.first_name"), lastName: value("customer.last_name"))
        holder.email = value("customer.email_address")
        holder.birthDate =
            date("\(place).customer.dob") ?? value("customer.dob").flatMap { PlainDate($0) }
        holder.nationalID = value("customer.national_id")
        holder.contactNumber = value("customer.contact_number")
        holder.address = value("customer.address")
        holder.nationality = value("customer.nationality")
        holder.birthPlace = value("customer.birth_place")
        holder.birthCountry = value("customer.birth_country")
        item.holder = holder == TicketHolder() ? nil : holder
        return item
    }

    private mutating func readLabel(_ file: ((LabelName) -> PDFFile?)?) {
        if let url = text(OrderAttribute.label) { update.label = .url(url) }
        guard let typed = text(OrderAttribute.labelFile) else { return }
        guard let name = LabelName(typed) else {
            return note(OrderAttribute.labelFile, "Name a PDF file that is there.")
        }
        if update.label != nil {
            return note(OrderAttribute.labelFile, "Send a file or an address, not both at once.")
        }
        guard let file else { return }
        guard let pdf = file(name) else {
            return note(OrderAttribute.labelFile, "Its file is not on this box any more; set it once more.")
        }
        update.label = .pdf(pdf)
    }

    private mutating func readAddress() {
        let merged = known.setting(sets)
        func part(_ name: String) -> String? {
            merged["shipping_address.\(name)"].flatMap { $0.isBlank ? nil : $0 }
        }
        // Only who empties it says so with an empty text.
        let isLine2Emptied = sets["shipping_address.address_line_2"]?.isBlank == true
        let address = ShippingAddress(
            address1: part("address_line_1"), address2: isLine2Emptied ? "" : part("address_line_2"),
            city: part("town"), zipcode: part("postcode"), countryCode: part("country"))
        if OrderAttribute.address.contains(where: { sets[$0] != nil }) { return update.address = address }
        let current = known[OrderAttribute.status].flatMap { OrderStatus(typed: $0) }
        guard update.status == nil || update.status == current else { return }
        if OrderUpdate.takes(address) {
            update.address = address
        } else {
            update.status = update.status ?? current
        }
    }
}
