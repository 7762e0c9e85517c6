import APIs
import Cache
import Model

extension CacheWriter {
    /// Rows of a race's store as purchases: with item numbers, which the API has none of, and with the
    /// ledger that this box keeps. The names of their items are kept as they come.
    func shelve(_ rows: [RaceStorePurchase], in store: StoreID) throws -> [Purchase] {
        var names: [ItemKind: String] = [:]
        let purchases = try rows.map { row in
            let key = PurchaseKey(store: store, purchase: row.id)
            let items = try number(row.items, in: key)
            for (item, line) in zip(items, row.items) {
                let parts = [line.name, line.option ?? ""].filter { !$0.isEmpty }
                if !parts.isEmpty { names[item.kind] = parts.joined(separator: ", ") }
                if !line.name.isEmpty { names[ItemKind(itemID: item.itemID)] = line.name }
            }
            // The list has no time of change; what it can be asked for is the time of purchase.
            return Purchase(
                id: row.id, purchasedAt: row.purchasedAt, lastModified: row.purchasedAt, items: items,
                ledger: try ownLedger(of: key))
        }
        try addNames(names, of: store)
        return purchases
    }

    private func number(_ rows: [RaceStoreItem], in key: PurchaseKey) throws -> [PurchasedItem] {
        var counts: [ItemOption: Int] = [:]
        let lines = rows.map { row in
            let option = row.option ?? ""
            counts[ItemOption(itemID: row.itemID, option: option), default: 0] += 1
            return UnnumberedLine(
                itemID: row.itemID, option: option,
                occurrence: counts[ItemOption(itemID: row.itemID, option: option)] ?? 1)
        }
        let numbers = try numbers(of: lines, in: key)
        return try zip(lines, rows).map { line, row in
            PurchasedItem(
                num: numbers[line] ?? 0, itemID: row.itemID,
                variantID: try variant(line.option, of: row.itemID, in: key.store), quantity: row.quantity)
        }
    }
}

private struct ItemOption: Hashable {
    var itemID: Int64
    var option: String
}
