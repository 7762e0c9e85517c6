/// Names of the update order document that the rules look at.
package enum OrderAttribute {
    package static let status = "order_status"
    package static let tracking = "shipping_tracking_id"
    package static let ticketType = "ticket_type"
    package static let label = "shipping_label"
    /// `Sandbox` or `Production`: told with every answer, never sent.
    package static let mode = "meta.mode"
}

/// Tixstock: an order is shipped once it has a tracking number or is Commissionable.
package struct OrderRules: ValueRules {
    package init() {}

    package func shipping(_ purchase: Purchase, as wish: ShippingWish) throws(Refusal) -> Attributes {
        var sets = wish.others
        if wish.deliverBy != nil {
            throw .notCapable("\(purchase.id): orders of this store have no delivery date; leave it out.")
        }
        if let tracking = wish.tracking { sets[OrderAttribute.tracking] = tracking }
        if sets.isEmpty {
            throw .notCapable(
                "\(purchase.id) is shipped by its tracking number or its status; give one of them.")
        }
        return sets
    }

    package func undoing(
        _ purchase: Purchase, sets: Attributes?, before: Attributes?, wish: ShippingWish
    ) throws(Refusal) -> Attributes {
        guard let sets else { return [OrderAttribute.tracking: ""] }
        var back = Attributes()
        for name in sets.names {
            guard let old = before?[name] else {
                throw .notCapable(
                    "It is not known what \(name) of \(purchase.id) was before; set it by hand instead.")
            }
            back[name] = old
        }
        return back
    }

    package func check(_ sets: Attributes, on purchase: Purchase) throws(Refusal) {
        if let why = whyClosed(purchase) { throw .notCapable(why) }
        if let status = sets[OrderAttribute.status], OrderStatus(typed: status) == nil {
            let all = OrderStatus.allCases.map(\.rawValue).joined(separator: ", ")
            throw .notCapable("\(status) is no status of an order; write one of: \(all).")
        }
    }

    package func whyClosed(_ purchase: Purchase) -> String? {
        guard let status = status(purchase.attributes), status.isFinal else { return nil }
        return "\(purchase.id) is \(status.rawValue), which is final: nothing can be changed any more."
    }

    package func whyHeld(_ purchase: Purchase, after sets: Attributes) -> String? {
        guard let status = status(purchase.attributes.setting(sets)), status.isWaiting else { return nil }
        return status == .pendingReview
            ? "Pending Review: approve or reject it first." : "Sale on Hold: somebody has to decide first."
    }

    package func isShipped(_ values: Attributes) -> Bool {
        guard let status = status(values) else { return !isBlank(values[OrderAttribute.tracking]) }
        return status == .commissionable || (!status.isDead && !isBlank(values[OrderAttribute.tracking]))
    }

    package func finality(of sets: Attributes, on purchase: Purchase) -> String? {
        guard let status = status(sets), status.isFinal else { return nil }
        return "\(status.rawValue) is final: afterwards nothing of the order can be changed or taken back."
    }

    private func status(_ values: Attributes) -> OrderStatus? {
        values[OrderAttribute.status].flatMap { OrderStatus(typed: $0) }
    }

    private func isBlank(_ text: String?) -> Bool { text?.isBlank ?? true }
}
