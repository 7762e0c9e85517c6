import Model
import Simulator

/// What the contract's listing must say of a simulator's purchases, worked out from them alone.
struct Truth {
    var purchases: [Listing.Purchase]

    init(_ simulator: Simulator) {
        let catalogue = simulator.store.world.catalogue
        purchases = simulator.store.purchaseIDs.compactMap { simulator.store.purchase($0) }
            .filter { !$0.isCleared }
            .sorted { ($0.purchasedAt, $0.id.number ?? 0) < ($1.purchasedAt, $1.id.number ?? 0) }
            .map { Self.listed($0, catalogue) }
    }

    /// Holds what no honest name or address holds.
    static func isHostile(_ purchase: Purchase) -> Bool {
        let texts = [purchase.firstName, purchase.lastName, purchase.address?.address1 ?? ""]
        return texts.joined().unicodeScalars.contains { $0.properties.generalCategory == .control }
    }

    private static func listed(_ purchase: Purchase, _ catalogue: Catalogue) -> Listing.Purchase {
        let items = purchase.items.map { item($0, of: purchase, catalogue) }
        let safe = items.reduce(0) { $0 + $1.safe_to_ship }
        let net = items.reduce(0) { $0 + $1.fulfilled }
        let moved = net > 0
        return Listing.Purchase(
            store: "spring-gala", id: purchase.id.text,
            state: safe == 0 ? (moved ? "shipped" : "nothing") : moved ? "partly" : "to-ship",
            attention: attention(purchase, items, safe: safe),
            purchaser: [purchase.firstName, purchase.lastName].filter { !$0.isEmpty }.joined(separator: " "),
            confirmation_code: purchase.confirmationCode, ordered_at: purchase.purchasedAt, items: items,
            address: purchase.address.map(parts))
    }

    private static func item(
        _ item: PurchasedItem, of purchase: Purchase, _ catalogue: Catalogue
    ) -> Listing.Item {
        let cancelled = purchase.cancelled.filter { $0.kind == item.kind }.reduce(0) { $0 + $1.quantity }
        let lines = purchase.items.filter { $0.kind == item.kind }
        let known = catalogue.item(item.itemID)
        let combination = known?.combinations.first { $0.id == item.variantID }
        let left = self.left(item, of: purchase)
        let cap = lines.reduce(0) { $0 + self.left($1, of: purchase) } - cancelled
        return Listing.Item(
            num: item.num, name: known?.name ?? "#\(item.itemID)",
            variant: item.variantID.map { id in
                combination.map { $0.variants.map(\.name).joined(separator: ", ") } ?? "#\(id)"
            },
            purchased: item.quantity, cancelled: min(item.quantity, cancelled),
            transferred_out: item.transferredOut, fulfilled: net(item, of: purchase), waiting: 0,
            safe_to_ship: max(0, min(left, cap)), server_remaining: nil)
    }

    private static func net(_ item: PurchasedItem, of purchase: Purchase) -> Int {
        purchase.ledger.filter { $0.item == item.num }.reduce(0) { $0 + $1.quantity }
    }

    private static func left(_ item: PurchasedItem, of purchase: Purchase) -> Int {
        item.quantity - item.transferredTo.reduce(0) { $0 + $1.quantity } - net(item, of: purchase)
    }

    private static func attention(_ purchase: Purchase, _ items: [Listing.Item], safe: Int) -> [String] {
        var reasons: [String] = []
        let blank = { (text: String?) in text?.allSatisfy(\.isWhitespace) ?? true }
        let address = purchase.address
        if safe > 0, blank(address?.fullName) || blank(address?.address1) || blank(address?.city) {
            reasons.append("no-address")
        }
        if safe > 0, !purchase.refunds.isEmpty { reasons.append("refunded") }
        if competes(purchase, items) { reasons.append("lines-compete") }
        if items.contains(where: { $0.fulfilled > $0.purchased }) { reasons.append("overshipped") }
        return reasons
    }

    /// Lines of one kind are together offered more than a cancellation left.
    private static func competes(_ purchase: Purchase, _ items: [Listing.Item]) -> Bool {
        Set(purchase.items.map(\.kind)).contains { kind in
            let lines = zip(purchase.items, items).filter { $0.0.kind == kind }
            let cancelled = purchase.cancelled.filter { $0.kind == kind }.reduce(0) { $0 + $1.quantity }
            let cap = lines.reduce(0) { $0 + left($1.0, of: purchase) } - cancelled
            return lines.reduce(0) { $0 + $1.1.safe_to_ship } > max(0, cap)
        }
    }

    private static func parts(_ address: ShippingAddress) -> [String: String?] {
        [
            "full_name": address.fullName, "address1": address.address1, "address2": address.address2,
            "city": address.city, "state": address.state, "zipcode": address.zipcode,
            "countrycode": address.countryCode,
        ]
    }
}
