import Model

/// A purchase as `list --json` prints it (CommandLine.md).
struct PurchaseJSON: Encodable {
    struct Item: Encodable {
        var num: Int
        var name: String
        @OrNull var variant: String?
        var purchased: Int
        var cancelled: Int
        var transferred_out: Int
        var fulfilled: Int
        var waiting: Int
        var safe_to_ship: Int
        @OrNull var server_remaining: Int?
    }

    struct Address: Encodable {
        @OrNull var full_name: String?
        @OrNull var address1: String?
        @OrNull var address2: String?
        @OrNull var city: String?
        @OrNull var state: String?
        @OrNull var zipcode: String?
        @OrNull var countrycode: String?
    }

    var store: String
    var id: String
    var state: String
    var attention: [String]
    var purchaser: String
    @OrNull var confirmation_code: String?
    /// Unix seconds; null where the store does not tell.
    @OrNull var ordered_at: Int64?
    var items: [Item]
    @OrNull var address: Address?
}

extension PurchaseJSON {
    /// - Parameter names: of the store's items and variants.
    init(_ detail: PurchaseDetail, names: [ItemKind: String]) {
        store = detail.store.name
        id = detail.purchase.id.text
        state = detail.standing.state.rawValue
        attention = detail.standing.attention.map(\.rawValue)
        purchaser = [detail.purchase.firstName, detail.purchase.lastName].filter { !$0.isEmpty }
            .joined(separator: " ")
        confirmation_code = detail.purchase.confirmationCode
        ordered_at = detail.purchase.purchasedAt == 0 ? nil : detail.purchase.purchasedAt
        items = detail.figures.items.map { Item($0, names: names) }
        address = detail.purchase.address.map(Address.init)
    }
}

extension PurchaseJSON.Item {
    init(_ figures: ItemFigures, names: [ItemKind: String]) {
        let kind = figures.item.kind
        let itemName = names[ItemKind(itemID: kind.itemID)]
        num = figures.item.num
        name = itemName ?? names[kind] ?? "#\(kind.itemID)"
        variant = kind.variantID.map { id in
            names[kind].map { PurchaseJSON.Item.variant(in: $0, of: itemName) } ?? "#\(id)"
        }
        purchased = figures.item.quantity
        cancelled = figures.cancelled
        transferred_out = figures.transferredOut
        fulfilled = figures.net
        waiting = figures.waiting
        safe_to_ship = figures.safe
        server_remaining = figures.serverRemaining
    }

    /// `L, Red` of `Shirt, L, Red`.
    private static func variant(in full: String, of item: String?) -> String {
        guard let item, full.hasPrefix(item + ", ") else { return full }
        return String(full.dropFirst(item.count + 2))
    }
}

extension PurchaseJSON.Address {
    init(_ address: ShippingAddress) {
        full_name = address.fullName
        address1 = address.address1
        address2 = address.address2
        city = address.city
        state = address.state
        zipcode = address.zipcode
        countrycode = address.countryCode
    }
}
