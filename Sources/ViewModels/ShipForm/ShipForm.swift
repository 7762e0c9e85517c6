import Model

/// Ship or hand over one purchase, or all that is safe of many.
package struct ShipForm: Sendable, Hashable {
    package enum Subject: Sendable, Hashable {
        case one(PurchaseDetail)
        case many(BulkPlan)
    }
    package var subject: Subject
    package var form: Form
    /// Over the whole form: what stands in the way, as the server's or our own words.
    package var problem: String?

    var isOne: Bool { if case .one = subject { true } else { false } }

    /// What it does is called.
    package var words: ShipWords {
        switch subject {
        case .one(let detail): detail.store.capabilities.words
        case .many(let plan): plan.words
        }
    }

    /// All that it is about.
    var purchases: [PurchaseKey] {
        switch subject {
        case .one(let detail): [detail.key]
        case .many(let plan): plan.keys
        }
    }

    /// What stands in the tracking field.
    var tracking: String { form[.tracking]?.entry.trimmed ?? "" }

    /// `ship` or `handOver`.
    package var verb: Verb {
        if case .choice(_, let selected)? = form[.verb]?.kind { return selected == 0 ? .ship : .handOver }
        return .ship
    }
}
