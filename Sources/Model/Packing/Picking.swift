/// What a pick list needs to know of each purchase.
package struct PickCandidate: Sendable {
    package var key: PurchaseKey
    package var purchaser: String
    /// Unix seconds, by this box's clock; nil where buyers cannot clear what they just bought.
    package var purchasedAt: Int64?
    package var state: PurchaseState
    /// A mark of it has an unknown outcome or waits for a person.
    package var isUnsettled: Bool
    /// It can go nowhere: its store ships to addresses, and this one cannot be used.
    package var lacksAddress: Bool
    /// What is safe to ship.
    package var contents: [(kind: ItemKind, count: Int)]

    package init(
        key: PurchaseKey, purchaser: String, purchasedAt: Int64?, state: PurchaseState,
        isUnsettled: Bool = false, lacksAddress: Bool = false, contents: [(kind: ItemKind, count: Int)]
    ) {
        self.key = key
        self.purchaser = purchaser
        self.purchasedAt = purchasedAt
        self.state = state
        self.isUnsettled = isUnsettled
        self.lacksAddress = lacksAddress
        self.contents = contents
    }
}

/// Sums purchases up, one after the other, to a ``PickList``: the same are left out as by a bulk action.
package struct Picking: Sendable {
    private struct Sum {
        var quantity = 0
        var purchases = 0
        var sources: [PickSource] = []

        mutating func add(_ count: Int, of candidate: PickCandidate, mostSources: Int) {
            quantity += count
            purchases += 1
            guard sources.count < mostSources else { return }
            sources.append(
                PickSource(key: candidate.key, purchaser: candidate.purchaser, quantity: count))
        }
    }
    /// Unix seconds.
    private let now: Int64
    /// How many of the purchases behind a line are kept.
    private let mostSources: Int
    private var sums: [PickLine.ID: Sum] = [:]
    private var skipped: [SkipReason: PickSkip] = [:]
    private var purchases = 0

    private static let mostExamples = 5

    package init(now: Int64, mostSources: Int = 200) {
        self.now = now
        self.mostSources = mostSources
    }

    package mutating func add(_ candidate: PickCandidate) {
        if let reason = candidate.whySkipped(now: now) { return skip(candidate.key, reason) }
        purchases += 1
        for (kind, count) in candidate.contents {
            let id = PickLine.ID(store: candidate.key.store, kind: kind)
            sums[id, default: Sum()].add(count, of: candidate, mostSources: mostSources)
        }
    }

    package mutating func skip(_ key: PurchaseKey, _ reason: SkipReason) {
        var skip = skipped[reason] ?? PickSkip(reason: reason, count: 0, examples: [])
        skip.count += 1
        if skip.examples.count < Picking.mostExamples { skip.examples.append(key) }
        skipped[reason] = skip
    }

    /// - Parameter names: what each store calls its items.
    package func list(names: [StoreID: [ItemKind: String]]) -> PickList {
        let lines = sums.map { id, sum in
            let names = names[id.store] ?? [:]
            let item = names[ItemKind(itemID: id.kind.itemID)] ?? "#\(id.kind.itemID)"
            let (name, variant) = Picking.parts(of: id.kind, item: item, full: names[id.kind])
            return PickLine(
                id: id, name: name, variant: variant, quantity: sum.quantity, purchases: sum.purchases,
                sources: sum.sources)
        }
        return PickList(
            lines: lines.sorted(by: isOnTheWayBefore), purchases: purchases,
            skipped: skipped.values.sorted { ($1.count, $0.reason.rawValue) < ($0.count, $1.reason.rawValue) }
        )
    }

    /// `L` of `Shirt, L`; where the item itself has no name, the variant's whole one.
    private static func parts(of kind: ItemKind, item: String, full: String?) -> (String, String) {
        guard let variant = kind.variantID else { return (item, "") }
        guard let full else { return (item, "#\(variant)") }
        if full.hasPrefix(item + ", ") { return (item, String(full.dropFirst(item.count + 2))) }
        return (full, "")
    }
}

extension PickCandidate {
    fileprivate func whySkipped(now: Int64) -> SkipReason? {
        switch state {
        case .held: return .held
        case .shipped, .nothing: return isUnsettled ? .unsettled : .nothingSafe
        case .toShip, .partly: break
        }
        if isUnsettled { return .unsettled }
        if let purchasedAt, now - purchasedAt < clearWindow { return .young }
        return lacksAddress ? .noAddress : nil
    }
}

/// By name, then by variant, sizes from small to large; numbers inside as numbers.
private func isOnTheWayBefore(_ a: PickLine, _ b: PickLine) -> Bool {
    let (left, right) = (a.shelfKey, b.shelfKey)
    if left != right { return left.lexicographicallyPrecedes(right) }
    return (a.id.store, a.id.kind.itemID, a.id.kind.variantID ?? 0)
        < (b.id.store, b.id.kind.itemID, b.id.kind.variantID ?? 0)
}

extension PickLine {
    fileprivate var shelfKey: [ShelfWord] {
        ShelfWord.words(of: name) + [.end] + ShelfWord.words(of: variant)
    }
}
