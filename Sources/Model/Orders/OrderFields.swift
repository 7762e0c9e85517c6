extension OrderRules {
    /// The document's own names; what is about one ticket stands behind the rest.
    package func fields(of purchase: Purchase) -> [ValueField] {
        let tickets = min(purchase.items.first?.quantity ?? 0, Self.mostTickets)
        return OrderAttribute.all(tickets: tickets).map { name in
            switch name {
            case OrderAttribute.status:
                ValueField(name, .choice(OrderStatus.allCases.map(\.rawValue)), note: "some are final")
            case OrderAttribute.tracking: ValueField(name, isScanned: true)
            case OrderAttribute.placedAt: ValueField(name, note: "such as 2020-03-10T17:30:00-0400")
            case OrderAttribute.labelFile: ValueField(name, note: "a PDF file")
            default: ValueField(name, Self.kind(of: name))
            }
        }
    }

    /// More have no place in a form; the command line takes them.
    private static let mostTickets = 20

    private static func kind(of name: String) -> ValueField.Kind {
        if name.hasSuffix(".dob") { return .date }
        if name.hasSuffix(".price") { return .amount }
        return name.hasSuffix(".general_admission") ? .flag : .text
    }

    package func faults(_ sets: Attributes, on purchase: Purchase) -> [AttributeFault] {
        var sets = sets
        // The path of a file, which is looked at when the mark is made.
        if let typed = sets[OrderAttribute.labelFile], !typed.isBlank, LabelName(typed) == nil {
            sets[OrderAttribute.labelFile] = nil
        }
        do throws(AttributeFaults) {
            _ = try OrderUpdate(setting: sets, on: purchase.attributes)
            return []
        } catch {
            return error.all
        }
    }

    package func written(_ sets: Attributes) -> Attributes { OrderUpdate.canonical(sets) }

    package func whole(_ sets: Attributes, on purchase: Purchase) -> Attributes { sets }

    package func watched(_ names: [String]) -> [String] { names }

    package func mayShare(_ sets: Attributes) -> Bool { false }
}
