import Model

extension World {
    /// Packers work oldest first: what is older than a few days has gone out, today's is mostly waiting.
    func addShipments(to purchase: inout Purchase, _ index: Int) {
        guard !purchase.isCleared, index < count else { return }
        var chance = Chance(seed: seed, index: index, stream: .shipping)
        let age = startedAt - purchase.purchasedAt
        let whole = permilleShipped(age: age)
        let partly = age < 3 * 3600 ? 0 : age < 10 * 86_400 ? 25 : 2
        let roll = chance.below(1000)
        guard roll < whole + partly else { return }

        var due = purchase.items.map { Line(num: $0.num, quantity: left(of: $0, in: purchase)) }
        due.removeAll { $0.quantity <= 0 }
        if roll >= whole { keepPart(&due) }
        guard !due.isEmpty else { return }
        let parcel = Parcel(
            at: purchase.purchasedAt + shippingDelay(age, &chance), purchase: purchase,
            isHandedOver: purchase.address?.isUsable != true || chance.happens(permille: 40))
        purchase.ledger = ledger(of: due, first: parcel, &chance)
    }

    private func permilleShipped(age: Int64) -> Int {
        switch age {
        case ..<10_800: 4
        case ..<86_400: 130
        case ..<259_200: 700
        default: 992
        }
    }

    private func shippingDelay(_ age: Int64, _ chance: inout Chance) -> Int64 {
        let usual = Int64(6 * 3600 + chance.below(66 * 3600))
        return usual < age - 600 ? usual : max(1, age * Int64(1 + chance.below(6)) / 8)
    }

    private func left(of item: PurchasedItem, in purchase: Purchase) -> Int {
        let cancelled = purchase.cancelled.filter { $0.kind == item.kind }.reduce(0) { $0 + $1.quantity }
        return item.quantity - item.transferredOut - cancelled
    }

    private func keepPart(_ due: inout [Line]) {
        if due.count > 1 {
            due.removeLast()
        } else if let line = due.first {
            due = line.quantity > 1 ? [Line(num: line.num, quantity: line.quantity / 2)] : []
        }
    }

    private func ledger(of due: [Line], first: Parcel, _ chance: inout Chance) -> [Fulfillment] {
        var rest = due
        var parcels: [Fulfillment] = []
        if due.count > 1, chance.happens(permille: 80) {
            parcels += first.entries(for: [rest.removeFirst()], &chance)
        }
        var second = first
        second.at = min(startedAt - 30, first.at + (parcels.isEmpty ? 0 : 7200))
        parcels += second.entries(for: rest, &chance)
        if chance.happens(permille: 15), let wrong = parcels.last {
            parcels += mistake(wrong, second, &chance)
        }
        return parcels
    }

    /// Taken back minutes later, and mostly sent again.
    private func mistake(_ wrong: Fulfillment, _ parcel: Parcel, _ chance: inout Chance) -> [Fulfillment] {
        let undone = Fulfillment(
            item: wrong.item, at: min(startedAt - 20, wrong.at + 400), quantity: -wrong.quantity)
        guard chance.happens(permille: 700) else { return [undone] }
        var again = parcel
        again.at = min(startedAt - 10, undone.at + 900)
        return [undone] + again.entries(for: [Line(num: wrong.item, quantity: wrong.quantity)], &chance)
    }
}

private struct Line {
    var num: Int
    var quantity: Int
}

/// What leaves together, under one tracking number.
private struct Parcel {
    /// Unix seconds.
    var at: Int64
    var purchase: Purchase
    var isHandedOver: Bool

    func entries(for lines: [Line], _ chance: inout Chance) -> [Fulfillment] {
        guard !isHandedOver, let address = purchase.address else {
            return lines.map { Fulfillment(item: $0.num, at: at, quantity: $0.quantity) }
        }
        let country = address.countryCode ?? "US"
        let tracking = chance.happens(permille: 30) ? nil : TrackingNumber.invented(to: country, &chance)
        let travel = chance.within(2...9)
        let day = PlainDate(dayNumber: Int(at / 86_400) + travel)
        return lines.map {
            Fulfillment(
                item: $0.num, at: at, quantity: $0.quantity, deliverBy: day, tracking: tracking,
                address: address)
        }
    }
}
