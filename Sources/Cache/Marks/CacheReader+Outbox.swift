import Model

extension CacheReader {
    /// The outbox as people see it.
    ///
    /// - Parameters:
    ///   - states: nil: every mark there ever was.
    ///   - alarming: those with an alarm as well, whatever their state.
    package func outbox(
        limit: Int? = nil, states: Set<MarkState>? = nil, alarming: Bool = false, newestFirst: Bool = false
    ) throws -> [OutboxRow] {
        let named = states.map {
            " WHERE (state IN (" + $0.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ") + ")"
                + (alarming ? " OR marks.id IN (SELECT mark FROM alarms WHERE mark IS NOT NULL))" : ")")
        }
        let order = " ORDER BY marks.id \(newestFirst ? "DESC" : "ASC") LIMIT ?"
        return try rows(try db.rows(Mark.select + (named ?? "") + order, limit ?? -1, read: Mark.init))
    }

    /// The marks of one action, as the outbox shows them.
    package func outbox(of action: ActionID) throws -> [OutboxRow] { try rows(marks(inAction: action)) }

    private func rows(_ marks: [Mark]) throws -> [OutboxRow] {
        let stores = try stores().reduce(into: [:]) { $0[$1.id] = $1.name }
        let alarms = try alarmsByMark()
        return try marks.map {
            OutboxRow(
                mark: $0, storeName: stores[$0.store] ?? "", itemName: try itemName(of: $0),
                alarms: alarms[$0.id] ?? [], takenBack: try takenBack(of: $0))
        }
    }

    private func alarmsByMark() throws -> [MarkID: [Alarm]] {
        let all = try db.rows(
            "SELECT reason, mark, words FROM alarms WHERE mark IS NOT NULL ORDER BY id"
        ) { row in
            AttentionReason(rawValue: row[0]).map { Alarm(reason: $0, mark: row[1], words: row[2]) }
        }
        return all.compactMap(\.self).reduce(into: [:]) { byMark, alarm in
            if let mark = alarm.mark { byMark[mark, default: []].append(alarm) }
        }
    }

    /// How many of a mark undos take back that stand or may yet.
    private func takenBack(of mark: Mark) throws -> Int {
        guard mark.quantity > 0, mark.state == .confirmed || mark.state.isOpen else { return 0 }
        let sum: Int? = try db.value(
            """
            SELECT sum(-quantity) FROM marks WHERE store = ? AND purchase = ? AND takes_back_mark = ?
                AND state IN ('queued', 'sending', 'unknown', 'attention', 'confirmed')
            """, mark.store, mark.purchase, mark.id)
        return sum ?? 0
    }

    /// A mark beside what the store holds; nil where there is no such mark, or its purchase was never read.
    package func bothSides(of id: MarkID) throws -> BothSides? {
        guard let mark = try mark(id) else { return nil }
        let key = PurchaseKey(store: mark.store, purchase: mark.purchase)
        guard let detail = try detail(key) else { return nil }
        return BothSides(
            mark: mark, attempts: try attempts(of: id), detail: detail, readAt: try freshness(of: key),
            late: try lateClaims(of: key))
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
