/// Tixstock: an order is shipped once it has a tracking number or is Commissionable.
package struct OrderRules: ValueRules {
    package init() {}

    package func shipping(_ purchase: Purchase, as wish: ShippingWish) throws(Refusal) -> Attributes {
        var sets = OrderUpdate.canonical(wish.others)
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

    /// A label stays where it was none before, beside other values that go back: nothing takes one away.
    package func undoing(
        _ purchase: Purchase, sets: Attributes?, before: Attributes?, wish: ShippingWish
    ) throws(Refusal) -> Attributes {
        guard let sets else { return [OrderAttribute.tracking: ""] }
        var back = Attributes()
        for name in sets.names {
            let isLabel = name == OrderAttribute.label || name == OrderAttribute.labelFile
            guard let old = before?[name] ?? (isLabel ? "" : nil) else {
                throw .notCapable(
                    "It is not known what \(name) of \(purchase.id) was before; set it by hand instead.")
            }
            if !old.isBlank || OrderAttribute.mayBeEmptied(name) {
                back[name] = old
            } else if !isLabel {
                throw .notCapable(
                    "\(name) of \(purchase.id) was empty before and cannot be emptied again; set something "
                        + "else instead.")
            }
        }
        if back.isEmpty {
            throw .notCapable("The label of \(purchase.id) cannot be taken away; set another one instead.")
        }
        return back
    }

    package func check(_ sets: Attributes, on purchase: Purchase) throws(Refusal) {
        if let why = whyClosed(purchase) { throw .notCapable(why) }
        do throws(AttributeFaults) {
            _ = try OrderUpdate(setting: sets, on: purchase.attributes)
        } catch {
            throw .notCapable("\(purchase.id): \(error.sentence)")
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

    package func mayBeTakenBack(_ sets: Attributes) -> Bool {
        let labels = [OrderAttribute.label, OrderAttribute.labelFile]
        return status(sets)?.isFinal != true && !sets.names.allSatisfy(labels.contains)
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
