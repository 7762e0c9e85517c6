import Cache
import Model

/// Two stores with purchases of every sort, and a slow, plain way of telling which of them a filter holds.
final class Warehouse: Sendable {
    static let shared = Result { try Warehouse() }
    static let moment = Moment(now: 6 * 86_400 + 7_000, utcOffset: 3_600)

    nonisolated(unsafe) let temporary: TemporaryCache
    let purchases: [PurchaseDetail]
    private static let names: [ItemKind: String] = [
        ItemKind(itemID: 32): "Shirt", ItemKind(itemID: 32, variantID: 714): "Shirt, L",
        ItemKind(itemID: 32, variantID: 715): "Shirt, S",
        ItemKind(itemID: 32, variantID: 716): "Shirt, Large",
        ItemKind(itemID: 33): "Mug",
    ]

    private init() throws {
        let here = try TemporaryCache()
        temporary = here
        let other = try here.cache.write { try $0.adopt(.ticketStore("7002"), name: "autumn") }
        var chance = SeededGenerator(seed: 11)
        let all = (1...240).map { Self.purchase($0, &chance) }
        try here.cache.write { writer in
            try writer.save(Array(all[..<160]), in: here.id, readBegan: 1)
            try writer.save(Array(all[160...]), in: other.id, readBegan: 1)
            for store in [here.id, other.id] { try writer.setNames(Self.names, of: store) }
            for number in [3, 30, 170] {
                let key = PurchaseKey(store: number > 160 ? other.id : here.id, purchase: PurchaseID(number))
                try writer.hold(key, Hold(reason: "?", author: .packer, at: 1))
            }
            for number in [3, 40, 41, 180] {
                let key = PurchaseKey(store: number > 160 ? other.id : here.id, purchase: PurchaseID(number))
                try writer.add(Memo(text: "ring twice", author: .packer, at: 1), to: key)
            }
        }
        purchases = try here.cache.read { cache in
            var all: [PurchaseDetail] = []
            try cache.details(matching: ListQuery()) { all.append($0) }
            return all
        }
    }

    private static func purchase(_ number: Int, _ chance: inout SeededGenerator) -> Purchase {
        let person = [("Anna", "Lee"), ("Zoë", "Müller"), ("Bo", "Berg"), ("Emul", "Lee")]
        let kinds: [(Int64, Int64?)] = [(32, 714), (32, 715), (32, 716), (33, nil)]
        var purchase = Purchase.sample(
            number, name: person.randomElement(using: &chance) ?? ("", ""),
            at: Int64.random(in: 0..<7 * 86_400, using: &chance))
        purchase.confirmationCode = ["AB1\(number)", "ac\(number)", "ZZ\(number)"].randomElement(
            using: &chance)
        let count = Int.random(in: 1...2, using: &chance)
        purchase.items = kinds.shuffled(using: &chance).prefix(count).enumerated().map {
            PurchasedItem(num: $0 + 1, itemID: $1.0, variantID: $1.1, quantity: 2)
        }
        purchase.address?.countryCode = ["DE", "AT", "de", nil].randomElement(using: &chance) ?? nil
        purchase.address?.city = ["Graz", "Äsch", nil, "berlin"].randomElement(using: &chance) ?? nil
        purchase.address?.fullName = purchase.firstName + " " + purchase.lastName
        let shipped = Int.random(in: 0...4, using: &chance)
        if shipped > 2 {
            let tracking = Bool.random(using: &chance) ? "1Z\(number)" : nil
            purchase.ledger = [.of(shipped - 2, tracking: tracking)]
            if number % 9 == 0 { purchase.ledger.append(.of(2 - shipped, at: 6)) }
        }
        return purchase
    }

    /// What the list shows of it, named.
    func contents(_ detail: PurchaseDetail) -> [String] {
        let isSafe = detail.figures.safe > 0
        return detail.figures.items.filter { isSafe ? $0.safe > 0 : $0.net + $0.waiting > 0 }
            .compactMap { Self.names[$0.item.kind] }
    }

    func holds(_ detail: PurchaseDetail, _ filter: ListFilter) -> Bool {
        var rest = filter.terms
        while let term = rest.first {
            rest.removeFirst()
            var wanted: String?
            if case .item = term.condition, !term.isNegated, let next = rest.first, !next.isNegated,
                case .variant(let values) = next.condition
            {
                rest.removeFirst()
                wanted = values[0]
            }
            if holds(detail, term.condition, variant: wanted) == term.isNegated { return false }
        }
        return true
    }

    private func holds(_ detail: PurchaseDetail, _ condition: FilterCondition, variant: String?) -> Bool {
        let purchase = detail.purchase
        let at = purchase.purchasedAt
        switch condition {
        case .words(let words):
            let text = folded(
                "\(purchase.firstName) \(purchase.lastName) \(purchase.address?.fullName ?? "")")
            return (" " + text).contains(" " + folded(words))
        case .state(let states): return states.contains { holds(detail, $0) }
        case .item(let values): return shown(detail).contains { isItem($0, values[0], variant) }
        case .variant(let values): return shown(detail).contains { isItem($0, nil, values[0]) }
        case .country(let codes): return codes.contains((purchase.address?.countryCode ?? "").uppercased())
        case .code(let begins):
            let code = purchase.confirmationCode?.uppercased() ?? ""
            return begins.contains { code.hasPrefix($0.uppercased()) }
        case .store(let values): return values.contains { detail.store.name.hasPrefix($0) }
        case .before(let day): return at < Self.moment.bounds(of: day).lowerBound
        case .after(let day): return at >= Self.moment.bounds(of: day).upperBound
        case .on(let day): return Self.moment.bounds(of: day).contains(at)
        case .age(let bound):
            let age = Self.moment.now - at
            return bound.isOlder ? age > bound.seconds : age < bound.seconds
        case .tracking(let answer):
            let isShipped = detail.figures.net > 0
            return (isShipped && purchase.ledger.contains { $0.tracking != nil }) == answer
        case .held(let answer): return (detail.hold != nil) == answer
        case .note(let answer): return detail.memos.isEmpty != answer
        }
    }

    private func shown(_ detail: PurchaseDetail) -> [ItemKind] {
        let isSafe = detail.figures.safe > 0
        return detail.figures.items.filter { isSafe ? $0.safe > 0 : $0.net > 0 }.map(\.item.kind)
    }

    private func isItem(_ kind: ItemKind, _ item: String?, _ variant: String?) -> Bool {
        let parts = (Self.names[kind] ?? "").lowercased().split(separator: ", ").map(String.init)
        let isVariant = variant.map {
            parts.dropFirst().contains($0.lowercased()) || "#\(kind.variantID ?? 0)" == $0
        }
        guard let item else { return isVariant ?? true }
        let isItem =
            parts[0] == item || item == "#\(kind.itemID)"
            || item == "#\(kind.itemID)/" + (kind.variantID.map(String.init) ?? "")
        return isItem && isVariant ?? true
    }

    private func holds(_ detail: PurchaseDetail, _ state: StateFilter) -> Bool {
        switch state {
        case .all: true
        case .attention: !detail.standing.attention.isEmpty
        default: detail.standing.state.rawValue == state.rawValue
        }
    }
}
