extension Simulator {
    /// Barcodes on what the invented store sells, as a CSV file: `ITEM-32-714`. The last two have none.
    package static var galaCodes: String {
        let lines = Catalogue.gala.items.dropLast(2).flatMap { item in
            item.combinations.isEmpty
                ? ["\(item.id),,ITEM-\(item.id)"]
                : item.combinations.map { "\(item.id),\($0.id),ITEM-\(item.id)-\($0.id)" }
        }
        return "item,variant,code\n" + lines.joined(separator: "\n") + "\n"
    }
}
