import Model

/// What a line of the list says is to ship, or was: kinds and quantities, named when they are read.
///
/// Stored as `2*32/714 1*33`.
struct Contents: Hashable {
    var parts: [(kind: ItemKind, count: Int)]

    static func == (a: Contents, b: Contents) -> Bool { a.text == b.text }
    func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// What is safe to ship; where nothing is, what was shipped.
    init(_ figures: Figures) {
        let isSafe = figures.safe > 0
        var sums: [ItemKind: Int] = [:]
        var order: [ItemKind] = []
        for line in figures.items {
            let count = isSafe ? line.safe : line.net + line.waiting
            guard count > 0 else { continue }
            if sums[line.item.kind] == nil { order.append(line.item.kind) }
            sums[line.item.kind, default: 0] += count
        }
        parts = order.map { ($0, sums[$0, default: 0]) }
    }

    init(text: String) {
        parts = text.split(separator: " ").compactMap { part in
            let numbers = part.split { $0 == "*" || $0 == "/" }.map { Int64($0) ?? 0 }
            guard numbers.count >= 2 else { return nil }
            let kind = ItemKind(itemID: numbers[1], variantID: numbers.count > 2 ? numbers[2] : nil)
            return (kind, Int(numbers[0]))
        }
    }

    var text: String {
        parts.map { part in
            "\(part.count)*\(part.kind.itemID)" + (part.kind.variantID.map { "/\($0)" } ?? "")
        }.joined(separator: " ")
    }

    var quantity: Int { parts.reduce(0) { $0 + $1.count } }

    func named(by names: [ItemKind: String]) -> [ItemCount] {
        parts.map { ItemCount(count: $0.count, name: $0.kind.name(in: names)) }
    }
}
