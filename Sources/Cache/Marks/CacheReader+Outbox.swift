import Model

extension CacheReader {
    /// The outbox as people see it.
    ///
    /// - Parameter states: nil: every mark there ever was.
    package func outbox(
        limit: Int? = nil, states: Set<MarkState>? = nil, newestFirst: Bool = false
    ) throws -> [OutboxRow] {
        let named = states.map {
            " WHERE state IN (" + $0.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ") + ")"
        }
        let order = " ORDER BY marks.id \(newestFirst ? "DESC" : "ASC") LIMIT ?"
        let marks = try db.rows(Mark.select + (named ?? "") + order, limit ?? -1, read: Mark.init)
        let stores = try stores().reduce(into: [:]) { $0[$1.id] = $1.name }
        return try marks.map {
            OutboxRow(mark: $0, storeName: stores[$0.store] ?? "", itemName: try itemName(of: $0))
        }
    }

    func itemName(of mark: Mark) throws -> String {
        let kind = try db.first(
            """
            SELECT item_id, variant_id FROM items JOIN purchases ON purchases.row = items.purchase
            WHERE store = ? AND id = ? AND num = ?
            """, mark.store, mark.purchase, mark.item
        ) { ItemKind(itemID: $0[0], variantID: $0[1]) }
        return try kind?.name(in: names(of: mark.store)) ?? "item \(mark.item)"
    }
}
