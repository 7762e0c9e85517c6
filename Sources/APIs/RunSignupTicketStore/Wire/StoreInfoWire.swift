import Model

/// `get-ticket-event-store-info.json`. Not in our documents, so whatever cannot be read is left out.
struct StoreInfoWire: WireAnswer {
    let meaning: StoreInfo

    private enum Keys: String, CodingKey { case items = "store_items" }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        let items = try fields.decode([Lenient<StoreItemWire>].self, forKey: .items).compactMap(\.value)
        meaning = StoreInfo(names: items.map(\.names).reduce(into: [:]) { $0.merge($1) { a, _ in a } })
    }
}

private struct StoreItemWire: Decodable {
    let id: Int64
    let name: String
    let variants: [Lenient<VariantWire>]
    let combinations: [JSONValue]

    private enum Keys: String, CodingKey {
        case id = "store_item_id"
        case name = "item_name"
        case variants = "store_item_variants"
        case combinations = "store_item_variant_combinations"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        id = try fields.number(.id, in: 0...Int64.max)
        name = try fields.decode(String.self, forKey: .name)
        variants = (try? fields.list(.variants)) ?? []
        combinations = (try? fields.list(.combinations)) ?? []
    }

    /// The item's own name, and one for each combination all of whose variants have names.
    var names: [ItemKind: String] {
        var names = [ItemKind(itemID: id): name]
        let variantNames = variants.compactMap(\.value).reduce(into: [Int64: String]()) {
            $0[$1.id] = $1.name
        }
        for combination in combinations {
            let parts = combination.variantIDs.map { variantNames[$0] }
            guard let id = combination[combinationKey]?.integer, !parts.isEmpty, !parts.contains(nil) else {
                continue
            }
            names[ItemKind(itemID: self.id, variantID: id)] = ([name] + parts.compactMap { $0 })
                .joined(separator: ", ")
        }
        return names
    }
}

private struct VariantWire: Decodable {
    let id: Int64
    let name: String

    private enum Keys: String, CodingKey {
        case id = "store_item_variant_id"
        case name = "item_variant_name"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        id = try fields.number(.id, in: 0...Int64.max)
        name = try fields.decode(String.self, forKey: .name)
    }
}

private let combinationKey = "store_item_variant_combination_id"

extension JSONValue {
    /// The variants that a combination names. How it names them is not documented: one id per key, a list of
    /// ids, or a list of objects; all are read.
    fileprivate var variantIDs: [Int64] {
        switch self {
        case .array(let elements): elements.flatMap { $0.integer.map { [$0] } ?? $0.variantIDs }
        case .object(let members):
            members.sorted { $0.key < $1.key }
                .filter { $0.key != combinationKey && $0.key.contains("variant") && !$0.key.contains("_num") }
                .flatMap { $0.value.integer.map { [$0] } ?? $0.value.variantIDs }
        default: []
        }
    }
}
