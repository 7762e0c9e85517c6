import Model

// The facts as columns of the stores' table.
extension StoreFacts {
    private static let columns = """
        watermark, last_pass_ended_at, last_full_pass_ended_at, clock_offset, moves_last_modified,
        remaining_variant, paused_why, leader, leader_seen_at, phase, phase_words, phase_number, phase_total,
        pass_id, pass_is_full, pass_since, pass_next_page, pass_started_at, pass_purchases, pass_expected,
        hides_orders
        """
    static let select = "SELECT \(columns) FROM stores WHERE id = ?"
    static let update = """
        UPDATE stores SET (\(columns)) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        WHERE id = ?
        """

    init(_ row: Row) {
        let variants: String? = row[5]
        self.init(
            watermark: row[0], lastPassEndedAt: row[1], lastFullPassEndedAt: row[2], clockOffset: row[3],
            movesLastModified: row[4], remainingVariants: RemainingVariant.set(variants),
            pausedWhy: row[6], phase: PhaseColumns(row, at: 9).phase, leader: row[7], leaderSeenAt: row[8],
            pass: PassProgress(row, at: 13), hidesOrders: row[20])
    }

    var columns: [any Storable] {
        let first: [any Storable] = [
            watermark, lastPassEndedAt, lastFullPassEndedAt, clockOffset, movesLastModified,
            RemainingVariant.text(remainingVariants), pausedWhy, leader, leaderSeenAt,
        ]
        let passing: [any Storable] = [
            pass?.id, pass?.isFull, pass?.since, pass?.nextPage, pass?.startedAt, pass?.purchasesSoFar,
            pass?.expected, hidesOrders,
        ]
        return first + PhaseColumns(phase).values + passing
    }
}

extension PassProgress {
    fileprivate init?(_ row: Row, at start: Int) {
        guard let id = row[start] as Int64? else { return nil }
        self.init(
            id: id, isFull: row[start + 1], since: row[start + 2], nextPage: row[start + 3],
            startedAt: row[start + 4], purchasesSoFar: row[start + 5], expected: row[start + 6])
    }
}

/// A phase as a word, a sentence and two numbers.
private struct PhaseColumns {
    var word: String?
    var words: String?
    var number: Int64?
    var total: Int64?

    var values: [any Storable] { [word, words, number, total] }

    init(_ row: Row, at start: Int) {
        (word, words, number, total) = (row[start], row[start + 1], row[start + 2], row[start + 3])
    }

    init(_ phase: StoreHealth.Phase?) {
        switch phase {
        case nil: break
        case .idle: word = "idle"
        case .syncing(let purchases, let expected):
            (word, number, total) = ("syncing", Int64(purchases), expected.map(Int64.init))
        case .offline(let why, let retryAt): (word, words, number) = ("offline", why, retryAt)
        case .paused(let why): (word, words) = ("paused", why)
        case .throttled(let until): (word, number) = ("throttled", until)
        }
    }

    var phase: StoreHealth.Phase? {
        switch word {
        case "idle": .idle
        case "syncing": .syncing(purchases: Int(number ?? 0), of: total.map(Int.init))
        case "offline": .offline(why: words ?? "", retryAt: number)
        case "paused": .paused(why: words ?? "")
        case "throttled": .throttled(until: number ?? 0)
        default: nil
        }
    }
}

extension RemainingVariant {
    fileprivate static func text(_ variants: Set<RemainingVariant>) -> String {
        variants.map(\.rawValue).sorted().joined(separator: " ")
    }

    fileprivate static func set(_ text: String?) -> Set<RemainingVariant> {
        let known = Set(
            (text ?? "").split(separator: " ").compactMap { RemainingVariant(rawValue: String($0)) })
        return known.isEmpty ? Set(allCases) : known
    }
}
