extension OrderRules {
    package func fields(of purchase: Purchase) -> [ValueField] {
        [
            ValueField(OrderAttribute.status, .choice(OrderStatus.allCases.map(\.rawValue))),
            ValueField(OrderAttribute.tracking, isScanned: true),
            ValueField(OrderAttribute.ticketType),
        ]
    }

    package func faults(_ sets: Attributes, on purchase: Purchase) -> [AttributeFault] {
        let known = fields(of: purchase).map(\.name)
        let unknown = sets.names.filter { !known.contains($0) }
        if let first = sets.names.first, unknown.isEmpty {
            do {
                try check(sets, on: purchase)
            } catch {
                let isStatus = whyClosed(purchase) == nil && sets[OrderAttribute.status] != nil
                return [AttributeFault(isStatus ? OrderAttribute.status : first, error.sentence)]
            }
        }
        return unknown.map { AttributeFault($0, "The store has no such attribute that can be set.") }
    }

    /// A status in the document's own letters.
    package func written(_ sets: Attributes) -> Attributes {
        guard let status = sets[OrderAttribute.status].flatMap({ OrderStatus(typed: $0) }) else { return sets }
        return sets.setting([OrderAttribute.status: status.rawValue])
    }

    package func whole(_ sets: Attributes, on purchase: Purchase) -> Attributes { sets }

    package func watched(_ names: [String]) -> [String] { names }

    package func mayShare(_ sets: Attributes) -> Bool { false }
}
