import Model

extension CacheReader {
    /// What these stores had done on a day, and what is left. Reads every purchase that is to ship: off the
    /// key path only.
    ///
    /// - Parameters:
    ///   - start: when the station's day began, Unix seconds.
    ///   - now: Unix seconds, for the ages.
    package func day(of stores: [StoreID], from start: Int64, now: Int64) throws -> DayReport {
        DayReport(
            work: try work(of: stores, from: start), backlog: try backlog(of: stores, now: now),
            attention: try attention(of: stores), open: try openMarks(of: stores))
    }

    /// The marks that were made on a day.
    ///
    /// - Parameters:
    ///   - start: when the day began, Unix seconds.
    ///   - end: when it ended; nil: 24 hours later.
    package func work(of stores: [StoreID], from start: Int64, until end: Int64? = nil) throws -> DayWork {
        var ledger = DayLedger(start: start)
        let keeping = Set(try self.stores().filter { !$0.capabilities.marksLeave }.map(\.id))
        try db.each(
            """
            SELECT mark.store, mark.purchase, mark.verb, mark.quantity, mark.station, mark.state, mark.made_at,
                coalesce(mark.tracking, undone.tracking)
            FROM marks AS mark INDEXED BY marks_by_time
            LEFT JOIN marks AS undone ON undone.id = mark.takes_back_mark
            WHERE mark.made_at >= ? AND mark.made_at < ?
            """, start * 1_000, (end ?? start + 86_400) * 1_000
        ) { row in
            guard stores.contains(row[0] as StoreID) else { return }
            let state = MarkState(rawValue: row[5])
            if state?.isOpen == true { ledger.unconfirmed += 1 }
            guard state == .confirmed, let verb = Verb(rawValue: row[2]) else { return }
            ledger.add(
                verb, row[3], of: PurchaseKey(store: row[0], purchase: row[1]), at: row[4],
                tracking: row[7], hour: Int(((row[6] as Int64) / 1_000 - start) / 3_600),
                isKept: keeping.contains(row[0]))
        }
        return ledger.work
    }

    /// A day for its report.
    ///
    /// - Parameters:
    ///   - end: when the day ends, Unix seconds.
    ///   - now: for today, Unix seconds: what is left is counted too; nil for another day.
    package func account(
        of stores: [Store], on date: PlainDate, from start: Int64, until end: Int64, now: Int64?
    ) throws -> DayAccount {
        let ids = stores.map(\.id)
        return DayAccount(
            date: date, stores: stores.map(\.name), work: try work(of: ids, from: start, until: end),
            backlog: try now.map { try backlog(of: ids, now: $0) })
    }

    private func backlog(of stores: [StoreID], now: Int64) throws -> Backlog {
        var backlog = Backlog()
        var kinds: [StoreID: [String: Int]] = [:]
        for store in stores {
            let offset = try facts(of: store).clockOffset
            var sums: [ItemKind: Int] = [:]
            for state in [PurchaseState.toShip, .partly] {
                try db.each(
                    """
                    SELECT date, contents FROM listing INDEXED BY listing_by_state_date
                    WHERE store = ? AND state = ?
                    """, store, state
                ) { row in
                    backlog.purchases += 1
                    backlog.ages[AgeBand(seconds: now + offset - (row[0] as Int64)), default: 0] += 1
                    for part in Contents(text: row[1]).parts { sums[part.kind, default: 0] += part.count }
                }
            }
            let names = try names(of: store)
            backlog.items += sums.values.reduce(0, +)
            kinds[store] = sums.reduce(into: [:]) { $0[$1.key.name(in: names), default: 0] += $1.value }
        }
        backlog.kinds = try named(kinds).sorted { ($1.count, $0.name) < ($0.count, $1.name) }
        return backlog
    }

    /// What several stores call the same is told apart by the stores' names.
    private func named(_ kinds: [StoreID: [String: Int]]) throws -> [ItemCount] {
        let names = Dictionary(try stores().map { ($0.id, $0.name) }) { first, _ in first }
        let uses = kinds.values.reduce(into: [String: Int]()) { uses, sums in
            for name in sums.keys { uses[name, default: 0] += 1 }
        }
        return kinds.flatMap { store, sums in
            sums.map { name, count in
                let of = uses[name, default: 0] > 1 ? names[store].map { " (\($0))" } ?? "" : ""
                return ItemCount(count: count, name: name + of)
            }
        }
    }

    private func attention(of stores: [StoreID]) throws -> [AttentionReason: Int] {
        var counts: [AttentionReason: Int] = [:]
        for store in stores {
            let texts = try db.rows(
                """
                SELECT attention, count(*) FROM listing INDEXED BY listing_attention_by_date
                WHERE store = ? AND attention IS NOT NULL GROUP BY attention
                """, store
            ) { ($0[0] as String?, $0[1] as Int) }
            for (text, count) in texts {
                for reason in attentionReasons(text) { counts[reason, default: 0] += count }
            }
        }
        return counts
    }

    private func openMarks(of stores: [StoreID]) throws -> [MarkState: Int] {
        let rows = try db.rows(
            """
            SELECT store, state, count(*) FROM marks
            WHERE state IN ('queued', 'sending', 'unknown', 'conflict', 'failed', 'attention')
            GROUP BY store, state
            """
        ) { ($0[0] as StoreID, $0[1] as String, $0[2] as Int) }
        return rows.filter { stores.contains($0.0) }.reduce(into: [:]) { counts, row in
            if let state = MarkState(rawValue: row.1) { counts[state, default: 0] += row.2 }
        }
    }
}
