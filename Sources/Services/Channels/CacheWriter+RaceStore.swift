import APIs
import Cache
import Model

extension CacheWriter {
    /// Rows of a race's store as purchases: with item numbers, which the API has none of, with the ledger
    /// that this box keeps, and with the buyer as far as known. The names of their items are kept as they
    /// come, and whom to ask for the buyer.
    func shelve(
        _ rows: [RaceStorePurchase], in store: StoreID, asksForBuyers: Bool = false
    ) throws -> [Purchase] {
        var names: [ItemKind: String] = [:]
        let purchases = try rows.map { row in
            let key = PurchaseKey(store: store, purchase: row.id)
            var items = try number(row.items, in: key)
            // The list has one sum; how it is shared out among several lines nobody tells.
            if items.count == 1 { items[0].paidInCents = row.paidInCents }
            for (item, line) in zip(items, row.items) {
                let parts = [line.name, line.option ?? ""].filter { !$0.isEmpty }
                if !parts.isEmpty { names[item.kind] = parts.joined(separator: ", ") }
                if !line.name.isEmpty { names[ItemKind(itemID: item.itemID)] = line.name }
            }
            if asksForBuyers {
                let reference = BuyerReference(
                    purchase: row.id, user: row.userID, registration: row.registrationID)
                try noteBuyer(reference, in: store)
            }
            let ledger = try ownLedger(of: key)
            items += try vanishedItems(beside: items, ledger, in: key)
            let buyer = try buyer(of: key)
            // The list has no time of change; what it can be asked for is the time of purchase.
            return Purchase(
                id: row.id, purchasedAt: row.purchasedAt, firstName: buyer?.firstName ?? "",
                lastName: buyer?.lastName ?? "", lastModified: row.purchasedAt, items: items,
                ledger: ledger, address: buyer?.address)
        }
        try addNames(names, of: store)
        return purchases
    }

    /// Adds a batch to the ledger of this box, if its marks are still on their way: who was held up while
    /// another process took over adds nothing any more.
    ///
    /// - Parameter at: Unix seconds.
    /// - Returns: what is left of each item.
    /// - Throws: ``LeadLost``; ``CacheError``.
    func keepHere(_ batch: Batch, at now: Int64) throws -> [PurchaseID: [Int: Int]] {
        for line in batch.lines where try inFlight(line.mark.id, of: batch)?.state != .sending {
            throw LeadLost()
        }
        var remaining: [PurchaseID: [Int: Int]] = [:]
        for mark in batch.lines.map(\.mark) {
            let entry = Fulfillment(
                item: mark.item, at: now, quantity: mark.quantity, deliverBy: mark.deliverBy,
                tracking: mark.tracking, address: mark.address)
            try addToOwnLedger(entry, of: PurchaseKey(store: mark.store, purchase: mark.purchase))
        }
        for mark in batch.lines.map(\.mark) where remaining[mark.purchase] == nil {
            let key = PurchaseKey(store: mark.store, purchase: mark.purchase)
            let ledger = try ownLedger(of: key)
            for item in try purchase(key)?.items ?? [] {
                let net = ledger.filter { $0.item == item.num }.reduce(0) { $0 + $1.quantity }
                remaining[mark.purchase, default: [:]][item.num] = item.quantity - net
            }
        }
        return remaining
    }

    /// Purchases that the store lists no more and of which something is marked here: nothing of them was
    /// bought, and what was marked can be taken back.
    func vanished(_ purchases: Set<PurchaseID>, in store: StoreID) throws -> [Purchase] {
        try purchases.compactMap { id in
            let key = PurchaseKey(store: store, purchase: id)
            let ledger = try ownLedger(of: key)
            let items = try vanishedItems(beside: [], ledger, in: key)
            guard !items.isEmpty, var purchase = try purchase(key) else { return nil }
            purchase.items = items
            purchase.ledger = ledger
            return purchase
        }
    }

    /// Items that the store lists no more and of which something is marked here: none of it was bought, and
    /// what was marked can still be seen and taken back.
    private func vanishedItems(
        beside items: [PurchasedItem], _ ledger: [Fulfillment], in key: PurchaseKey
    ) throws -> [PurchasedItem] {
        let listed = Set(items.map(\.num))
        let marked = Set(ledger.map(\.item)).subtracting(listed).filter { num in
            ledger.filter { $0.item == num }.reduce(0) { $0 + $1.quantity } != 0
        }
        if marked.isEmpty { return [] }
        return try numbers(of: [], in: key).filter { marked.contains($0.value) }
            .sorted { $0.value < $1.value }
            .map { line, num in
                PurchasedItem(
                    num: num, itemID: line.itemID,
                    variantID: try variant(line.option, of: line.itemID, in: key.store), quantity: 0)
            }
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
