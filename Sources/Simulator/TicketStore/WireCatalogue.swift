/// The names endpoint, after the vendor's page. The last array's shape is a guess.
struct WireCatalogue: Encodable {
    var catalogue: Catalogue
    init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: AnyKey.self)
        let items = catalogue.items.enumerated().map { Item(item: $1, place: $0 + 1) }
        try row.encode(items, forKey: AnyKey("store_items"))
    }

    private struct Item: Encodable {
        var item: Catalogue.Item
        var place: Int

        func encode(to encoder: any Encoder) throws {
            var row = encoder.container(keyedBy: AnyKey.self)
            try row.encode(item.id, forKey: AnyKey("store_item_id"))
            try row.encode(item.name, forKey: AnyKey("item_name"))
            try row.encode(item.price, forKey: AnyKey("price_in_cents"))
            try row.encode(item.choices.count, forKey: AnyKey("num_variants"))
            try row.encode(Int?.none, forKey: AnyKey("total_quantity_available"))
            try row.encode("standalone", forKey: AnyKey("attachment_type"))
            try row.encode(place, forKey: AnyKey("sort_order"))
            try row.encode("F", forKey: AnyKey("deleted"))
            try row.encode([String](), forKey: AnyKey("images"))
            try row.encode(numbered { Variant(variant: $1, num: $0) }, forKey: AnyKey("store_item_variants"))
            let labels = item.choices.enumerated().map { Label(label: $1.label, num: $0 + 1) }
            try row.encode(labels, forKey: AnyKey("store_item_variant_labels"))
            try row.encode(
                item.combinations.map(Combination.init), forKey: AnyKey("store_item_variant_combinations"))
        }

        private func numbered<Row>(_ make: (Int, Catalogue.Variant) -> Row) -> [Row] {
            item.choices.enumerated().flatMap { place, choice in choice.variants.map { make(place + 1, $0) } }
        }
    }

    private struct Variant: Encodable {
        var variant: Catalogue.Variant
        var num: Int

        func encode(to encoder: any Encoder) throws {
            var row = encoder.container(keyedBy: AnyKey.self)
            try row.encode(variant.id, forKey: AnyKey("store_item_variant_id"))
            try row.encode(num, forKey: AnyKey("variant_num"))
            try row.encode(variant.name, forKey: AnyKey("item_variant_name"))
        }
    }

    private struct Label: Encodable {
        var label: String
        var num: Int

        func encode(to encoder: any Encoder) throws {
            var row = encoder.container(keyedBy: AnyKey.self)
            try row.encode(num, forKey: AnyKey("variant_num"))
            try row.encode(label, forKey: AnyKey("variant_label"))
        }
    }

    private struct Combination: Encodable {
        var combination: Catalogue.Combination
        init(_ combination: Catalogue.Combination) { self.combination = combination }

        func encode(to encoder: any Encoder) throws {
            var row = encoder.container(keyedBy: AnyKey.self)
            try row.encode(combination.id, forKey: AnyKey("store_item_variant_combination_id"))
            try row.encode(combination.variants.map(\.id), forKey: AnyKey("store_item_variant_ids"))
        }
    }
}
