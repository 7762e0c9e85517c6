import Model

extension World {
    /// One to four lines. A few baskets hold the same thing twice, which the store keeps as two lines.
    func basket(_ chance: inout Chance) -> [PurchasedItem] {
        let lines = chance.pick([(1, 52), (2, 28), (3, 14), (4, 6)]) { $0.1 }.0
        var items: [PurchasedItem] = []
        for num in 1...lines {
            let item = chance.pick(catalogue.items) { $0.weight }
            let combination = item.combinations.isEmpty ? nil : chance.pick(item.combinations)
            if items.contains(where: { $0.itemID == item.id && $0.variantID == combination?.id }) { continue }
            items.append(line(num, of: item, combination?.id, &chance))
        }
        if chance.happens(permille: 12), var twin = items.first {
            twin.num = (items.last?.num ?? 0) + 1
            items.append(twin)
        }
        return items
    }

    /// The giver's first line goes, in part or whole, to the purchase that came next.
    func addTransfers(to purchase: inout Purchase, _ index: Int) {
        guard let transfer = transfer(ofPairOf: index) else { return }
        if index == transfer.giver {
            purchase.items[0].transferredTo = [
                Transfer(
                    purchase: PurchaseID(id(at: index + 1)), item: transfer.newLine,
                    quantity: transfer.quantity)
            ]
        } else {
            purchase.items.append(
                PurchasedItem(
                    num: transfer.newLine, itemID: transfer.kind.itemID, variantID: transfer.kind.variantID,
                    quantity: transfer.quantity, paidInCents: 0, feeInCents: 0,
                    transferredFrom: [
                        Transfer(
                            purchase: PurchaseID(id(at: transfer.giver)), item: 1, quantity: transfer.quantity
                        )
                    ]))
        }
    }

    /// When this purchase gave or got something, Unix seconds; nil where it did not.
    func transferTime(_ index: Int) -> Int64? {
        let giver = index & ~1
        guard givesAway(giver) else { return nil }
        let bought = purchasedAt(giver + 1)
        return bought + min(7200, startedAt - bought) / 2
    }

    private func line(
        _ num: Int, of item: Catalogue.Item, _ combination: Int64?, _ chance: inout Chance
    ) -> PurchasedItem {
        let quantity = chance.pick([(1, 72), (2, 17), (3, 6), (4, 3), (10, 1), (24, 1)]) { $0.1 }.0
        let price = item.price * quantity
        let fee = 35 + price * 6 / 100
        return PurchasedItem(
            num: num, itemID: item.id, variantID: combination, quantity: quantity, paidInCents: price + fee,
            feeInCents: fee,
            ticketID: chance.happens(permille: 350) ? Int64(chance.within(1000...99_999)) : nil)
    }

    private func givesAway(_ giver: Int) -> Bool {
        guard giver + 1 < count, fate(of: giver).kind == .none, fate(of: giver + 1).kind == .none,
            purchasedAt(giver + 1) <= startedAt - 3600
        else { return false }
        var chance = Chance(seed: seed, index: giver, stream: .transfer)
        return chance.happens(permille: 24)
    }

    private func transfer(ofPairOf index: Int) -> Handing? {
        let giver = index & ~1
        guard givesAway(giver) else { return nil }
        var given = Chance(seed: seed, index: giver, stream: .basket)
        var got = Chance(seed: seed, index: giver + 1, stream: .basket)
        guard let line = basket(&given).first else { return nil }
        let last = basket(&got).last?.num ?? 0
        return Handing(giver: giver, kind: line.kind, quantity: (line.quantity + 1) / 2, newLine: last + 1)
    }
}

/// What went from one purchase of a pair to the other.
private struct Handing {
    var giver: Int
    var kind: ItemKind
    var quantity: Int
    /// The number of the line that the getter has for it.
    var newLine: Int
}
