import Model

/// What a filter asks of one line of a purchase's contents: an item, a variant, or both of the same line.
struct KindLines {
    let isNegated: Bool
    private let kinds: Set<KindPattern>

    /// Each `item:` begins a line; a `variant:` behind it is that line's own.
    static func all(of terms: [FilterTerm], names: [ItemKind: String]) -> [KindLines] {
        var asked: [(item: [String]?, variant: [String]?, isNegated: Bool)] = []
        for term in terms {
            switch term.condition {
            case .item(let values): asked.append((values, nil, term.isNegated))
            case .variant(let values):
                if let last = asked.last, last.variant == nil, !last.isNegated, !term.isNegated {
                    asked[asked.count - 1].variant = values
                } else {
                    asked.append((nil, values, term.isNegated))
                }
            default: continue
            }
        }
        let named = names.map { NamedKind($0.key, $0.value, in: names) }
        return asked.map { KindLines(item: $0.item, variant: $0.variant, isNegated: $0.isNegated, named) }
    }

    private init(item: [String]?, variant: [String]?, isNegated: Bool, _ named: [NamedKind]) {
        self.isNegated = isNegated
        let items = item.map { $0.flatMap { KindPattern.items($0, named) } }
        let variants = variant.map { $0.flatMap { KindPattern.variants($0, named) } }
        switch (items, variants) {
        case (let items?, let variants?):
            kinds = Set(items.flatMap { item in variants.compactMap { item.narrowed(to: $0) } })
        case (let only?, nil), (nil, let only?): kinds = Set(only)
        case (nil, nil): kinds = []
        }
    }

    /// Of a row of the list: its contents are stored as `2*32/714 1*33`.
    var condition: SQLPart {
        .any(kinds.map(\.text).sorted().map { SQLPart("instr(contents || ' ', ?) > 0", $0) })
    }

    /// Every purchase that has such a line, and perhaps more; nil where no index knows them.
    var lead: SQLPart? {
        if kinds.contains(where: { $0.item == nil }) || kinds.count > 200 { return nil }
        let parts = kinds.sorted { $0.text < $1.text }.map { kind -> SQLPart in
            let item = kind.item ?? 0
            return switch kind.variant {
            case .any: SQLPart("SELECT purchase FROM items WHERE item_id = ?", item)
            case .only(let id):
                SQLPart("SELECT purchase FROM items WHERE item_id = ? AND variant_id IS ?", item, id)
            }
        }
        if parts.isEmpty { return SQLPart("SELECT 0 AS found_row WHERE 0") }
        return SQLPart(
            "SELECT DISTINCT purchase AS found_row FROM ("
                + parts.map(\.sql).joined(separator: " UNION ALL ") + ")", values: parts.flatMap(\.values))
    }
}

/// Some of the kinds there are.
private struct KindPattern: Hashable {
    enum Variant: Hashable {
        case any
        case only(Int64?)
    }
    /// Nil: any.
    var item: Int64?
    var variant: Variant

    /// As it stands in the stored contents.
    var text: String {
        let item = item.map { "*\($0)" } ?? ""
        switch variant {
        case .any: return item + "/"
        case .only(let id?): return item + "/\(id) "
        case .only(nil): return item + " "
        }
    }

    /// A name, or `#32`, `#32/714`, `#33/`.
    static func items(_ value: String, _ named: [NamedKind]) -> [KindPattern] {
        if let kinds = byID(value) { return kinds }
        let wanted = " " + plainWords(value)
        let items = Set(named.filter { (" " + $0.item).contains(wanted) }.map(\.kind.itemID))
        return items.flatMap(whole)
    }

    /// A name as it is, else how one begins, or `#714`.
    static func variants(_ value: String, _ named: [NamedKind]) -> [KindPattern] {
        if value.hasPrefix("#"), let id = Int64(value.dropFirst()) {
            return [KindPattern(item: nil, variant: .only(id))]
        }
        let wanted = plainWords(value)
        let exact = named.filter { $0.variants.contains(wanted) }
        let found = exact.isEmpty ? named.filter { $0.variants.contains { $0.hasPrefix(wanted) } } : exact
        return found.map { KindPattern(item: $0.kind.itemID, variant: .only($0.kind.variantID)) }
    }

    /// What both hold; nil where they hold nothing in common.
    func narrowed(to other: KindPattern) -> KindPattern? {
        guard item == nil || other.item == nil || item == other.item else { return nil }
        let item = item ?? other.item
        switch (variant, other.variant) {
        case (.any, let narrower), (let narrower, .any): return KindPattern(item: item, variant: narrower)
        case (.only(let a), .only(let b)): return a == b ? KindPattern(item: item, variant: .only(a)) : nil
        }
    }

    private static func byID(_ value: String) -> [KindPattern]? {
        guard value.hasPrefix("#") else { return nil }
        let parts = value.dropFirst().split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let item = parts.first.flatMap({ Int64($0) }) else { return nil }
        guard parts.count == 2 else { return whole(item) }
        if parts[1].isEmpty { return [KindPattern(item: item, variant: .only(nil))] }
        return Int64(parts[1]).map { [KindPattern(item: item, variant: .only($0))] }
    }

    /// The item with any variant, and without one.
    private static func whole(_ item: Int64) -> [KindPattern] {
        [KindPattern(item: item, variant: .any), KindPattern(item: item, variant: .only(nil))]
    }
}

/// A kind's name in its parts, folded: `Shirt, L, Red`.
struct NamedKind {
    var kind: ItemKind
    var item: String
    var variants: [String]
    /// As they are written.
    var written: (item: String, variants: [String])

    init(_ kind: ItemKind, _ name: String, in names: [ItemKind: String]) {
        self.kind = kind
        let whole = names[ItemKind(itemID: kind.itemID)]
        let parts: [String]
        if kind.variantID == nil {
            parts = [name]
        } else if let whole, name.hasPrefix(whole + ", ") {
            parts = [whole] + Self.parts(String(name.dropFirst(whole.count + 2)))
        } else {
            parts = Self.parts(name)
        }
        written = (parts[0], Array(parts.dropFirst()))
        item = plainWords(parts[0])
        variants = parts.dropFirst().map(plainWords)
    }

    private static func parts(_ text: String) -> [String] {
        text.split(separator: ",", omittingEmptySubsequences: false).map {
            String($0.drop(while: \.isWhitespace))
        }
    }
}
