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

    /// The confirmed marks that were made on a day.
    package func work(of stores: [StoreID], from start: Int64) throws -> DayWork {
        struct Line {
            var store: StoreID
            var purchase: PurchaseID
            var verb: Verb
            var quantity: Int
            var station: String
            var tracking: String?
            var madeAt: Int64
        }
        let lines = try db.rows(
            """
            SELECT store, purchase, verb, quantity, station, tracking, made_at
            FROM marks INDEXED BY marks_by_time WHERE made_at >= ? AND made_at < ? AND state = ?
            """, start * 1_000, (start + 86_400) * 1_000, MarkState.confirmed.rawValue
        ) { row in
            Line(
                store: row[0], purchase: row[1], verb: Verb(rawValue: row[2]) ?? .ship, quantity: row[3],
                station: row[4], tracking: row[5], madeAt: row[6])
        }
        var day = DayWork()
        var touched: Set<PurchaseKey> = []
        var stations: [String: (items: Int, purchases: Set<PurchaseKey>)] = [:]
        for line in lines where stores.contains(line.store) {
            let key = PurchaseKey(store: line.store, purchase: line.purchase)
            let hour = Int((line.madeAt / 1_000 - start) / 3_600)
            if day.hours.indices.contains(hour) { day.hours[hour] += line.quantity }
            stations[line.station, default: (0, [])].items += line.quantity
            switch line.verb {
            case .ship: day.shipped += line.quantity
            case .handOver: day.handedOver += line.quantity
            case .undo: day.takenBack -= line.quantity
            }
            guard line.verb != .undo else { continue }
            touched.insert(key)
            stations[line.station]?.purchases.insert(key)
            if let tracking = line.tracking { day.trackings.insert(tracking) }
        }
        day.purchases = touched.count
        day.stations = stations.map { Tally($0, items: $1.items, purchases: $1.purchases.count) }
            .sorted { ($1.items, $0.name) < ($0.items, $1.name) }
        return day
    }

    private func backlog(of stores: [StoreID], now: Int64) throws -> Backlog {
        var backlog = Backlog()
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
            backlog.kinds += sums.map { ItemCount(count: $1, name: $0.name(in: names)) }
        }
        backlog.kinds.sort { ($1.count, $0.name) < ($0.count, $1.name) }
        return backlog
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
