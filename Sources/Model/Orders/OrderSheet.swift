/// What an order says of itself, in the words and the order in which a packer looks for it.
package struct OrderSheet: Sendable, Hashable {
    package struct Fact: Sendable, Hashable {
        package var label: String
        package var value: String
    }
    package var facts: [Fact]
    /// One line for each: `Block 12, row C, seat 4: Ines Okafor`.
    package var tickets: [String]

    /// Nil for what is no order with a status.
    package init?(_ detail: PurchaseDetail) {
        let values = detail.purchase.attributes
        guard let status = values[OrderAttribute.status] else { return nil }
        func said(_ name: String) -> String? { values[name].flatMap { $0.isBlank ? nil : $0 } }
        let currency = said("currency").map { " \($0)" } ?? ""
        let told: [(String, String?)] = [
            ("Status", status), ("Mode", said(OrderAttribute.mode)),
            ("Ticket type", said(OrderAttribute.ticketType)), ("Tracking", said(OrderAttribute.tracking)),
            ("Label", detail.label?.words), ("Total", said("grand_total").map { $0 + currency }),
            ("Customer", said(OrderAttribute.customerID)), ("E-mail", said("customer.email_address")),
            ("Phone", said("customer.contact_number")),
        ]
        facts = told.compactMap { label, value in value.map { Fact(label: label, value: $0) } }
        let count = detail.purchase.items.first?.quantity ?? 0
        tickets = (0..<min(count, 1_000)).compactMap { OrderSheet.ticket("items[\($0)]", said) }
    }

    /// Nil where nothing is told of it.
    private static func ticket(_ place: String, _ said: (String) -> String?) -> String? {
        let isStanding = said("\(place).general_admission") == "true"
        let seat = [
            said("\(place).section"), isStanding ? "general admission" : nil,
            said("\(place).row").map { "row \($0)" }, said("\(place).seat").map { "seat \($0)" },
        ].compactMap(\.self).joined(separator: ", ")
        let holder = ["first_name", "last_name"].compactMap { said("\(place).customer.\($0)") }
            .joined(separator: " ")
        let words = [seat, holder].filter { !$0.isEmpty }.joined(separator: ": ")
        return words.isEmpty ? nil : words
    }
}
