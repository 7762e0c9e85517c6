import Cache
import Dispatch
import Model
import Services
import Synchronization
import ViewModels

/// Reads the cache for the dashboard. What an index serves is answered before the next frame; what has to be
/// counted is answered later, from a queue of its own, so that no key waits for it.
final class CachePerformer: Sendable {
    let cache: Cache
    /// Says what the protocol will do next.
    private let reconciler: Reconciler
    private let stores: [Store]
    private let claims: ClaimBook
    private let counting = DispatchQueue(label: "shipdesk.counting", qos: .userInitiated)
    /// A walk through a million purchases must not hold up what else is counted.
    private let picking = DispatchQueue(label: "shipdesk.picking", qos: .userInitiated)
    /// The number of the newest job of each kind: an older one that has not begun is not worth doing.
    private let newest = Mutex<[Kind: Int]>([:])

    private enum Kind: Hashable { case total, rank, matching, hidden, candidates, pickList, today }

    init(cache: Cache, stores: [Store], claims: ClaimBook, figures: ProtocolFigures) {
        self.cache = cache
        reconciler = Reconciler(figures: figures)
        self.stores = stores
        self.claims = claims
    }

    /// Nil where the answer comes later.
    @MainActor
    func answerAtOnce(_ effect: CacheEffect) -> Answer? {
        guard kind(of: effect) == nil else { return nil }
        return answer(effect)
    }

    @MainActor
    func answerLater(_ effect: CacheEffect, _ answered: @escaping @MainActor @Sendable (Answer) -> Void) {
        guard let kind = kind(of: effect) else { return }
        let number = newest.withLock { newest in
            newest[kind, default: 0] += 1
            return newest[kind, default: 0]
        }
        let isWanted: @Sendable () -> Bool = { [self] in newest.withLock { $0[kind] } == number }
        (kind == .pickList ? picking : counting).async { @Sendable [self] in
            guard isWanted(), let answer = answer(effect, isWanted: isWanted) else { return }
            DispatchQueue.main.async { MainActor.assumeIsolated { answered(answer) } }
        }
    }

    private func kind(of effect: CacheEffect) -> Kind? {
        switch effect {
        case .total: .total
        case .rank: .rank
        case .matching, .between: .matching
        case .hidden: .hidden
        case .candidates: .candidates
        case .pickList: .pickList
        case .today: .today
        case .window, .counts, .detail, .outbox, .bothSides, .log, .find, .action: nil
        }
    }

    /// Nil where it was called off meanwhile.
    private func answer(_ effect: CacheEffect, isWanted: () -> Bool = { true }) -> Answer? {
        do {
            return try cache.read { try answer(effect, $0, isWanted) }
        } catch let error as CacheError {
            return .failed(error.sentence)
        } catch {
            return .failed("The cache cannot be read.")
        }
    }

    private func answer(
        _ effect: CacheEffect, _ reader: CacheReader, _ isWanted: () -> Bool
    ) throws -> Answer? {
        switch effect {
        case .window(let query, let anchor, let limit):
            .window(try window(query, anchor, limit, reader))
        case .counts(let store): .counts(store, try reader.counts(of: store))
        case .total(let query): .total(query, try reader.count(matching: query))
        case .rank(let query, let position): .rank(query, position, try reader.rank(of: position, in: query))
        case .detail(let key): .detail(key, try detail(key, reader))
        case .matching(let query): .matching(query, try marked(query, from: nil, through: nil, reader))
        case .between(let query, let first, let last):
            .matching(query, try marked(query, from: first, through: last, reader))
        case .hidden(let keys, let query): .hidden(query, try hidden(keys, in: query, reader))
        case .candidates(let keys):
            .candidates(try keys.compactMap { try detail($0, reader) }.map(BulkCandidate.init))
        case .outbox(let scope): .outbox(scope, try outbox(scope, reader))
        case .bothSides(let mark): .bothSides(mark, try reader.bothSides(of: mark).map(withProspect))
        case .log(let key, let limit): .log(key, try reader.auditLog(limit: limit, purchase: key))
        case .today(let start, let now): .today(try reader.day(of: stores.map(\.id), from: start, now: now))
        case .find(let text): .found(text, try reader.find(text, in: stores.map(\.id)))
        case .pickList(let scope): try pickList(scope, reader, isWanted)
        case .action(let purpose, let station):
            .action(purpose, try reader.action(for: purpose, by: station))
        }
    }

    private func pickList(
        _ scope: PickScope, _ reader: CacheReader, _ isWanted: () -> Bool
    ) throws -> Answer? {
        let now = ServiceClock.system.now() / 1_000
        return try reader.pickList(scope, of: stores, now: now, isWanted: isWanted)
            .map { .pickList(scope, $0) }
    }

    /// With what others do around it: who packs it, and what goes to the same address.
    private func detail(_ key: PurchaseKey, _ reader: CacheReader) throws -> PurchaseDetail? {
        guard var detail = try reader.detail(key) else { return nil }
        detail.claim = claims.standing(try reader.claim(of: key), now: ServiceClock.system.now() / 1_000)
        detail.companions = try reader.companions(of: key, in: stores.map(\.id))
        return withProspects(detail)
    }

    /// Rows show only claims of others that still stand.
    private func window(
        _ query: ListQuery, _ anchor: WindowAnchor, _ limit: Int, _ reader: CacheReader
    ) throws -> ListWindow {
        var window = try reader.window(query, anchor, limit: limit)
        for place in window.rows.indices where window.rows[place].claim != nil {
            window.rows[place].claim = claims.standing(
                window.rows[place].claim, now: ServiceClock.system.now() / 1_000)
        }
        return window
    }

    private func marked(
        _ query: ListQuery, from first: RowPosition?, through last: RowPosition?, _ reader: CacheReader
    ) throws -> [MarkedPurchase] {
        var found: [MarkedPurchase] = []
        var anchor = first.map(WindowAnchor.from) ?? .first
        while true {
            let rows = try reader.window(query, anchor, limit: 500).rows
            for row in rows {
                found.append(MarkedPurchase(row))
                if row.position == last { return found }
            }
            guard let position = rows.last?.position, rows.count == 500 else { return found }
            anchor = .after(position)
        }
    }

    private func hidden(
        _ keys: Set<PurchaseKey>, in query: ListQuery, _ reader: CacheReader
    ) throws -> [PurchaseKey] {
        try keys.filter { try reader.position(of: $0, in: query) == nil }
            .sorted { ($0.store, $0.purchase.text) < ($1.store, $1.purchase.text) }
    }

    private func outbox(_ scope: OutboxScope, _ reader: CacheReader) throws -> [OutboxRow] {
        var rows =
            switch scope {
            case .open:
                try reader.outbox(
                    limit: 1_000, states: [.queued, .sending, .unknown, .attention, .conflict, .failed],
                    alarming: true, newestFirst: true)
            case .all: try reader.outbox(limit: 1_000, newestFirst: true)
            case .action(let action): try reader.outbox(of: action)
            }
        for number in rows.indices { rows[number].prospect = reconciler.prospect(of: rows[number].mark) }
        return rows
    }

    private func withProspects(_ detail: PurchaseDetail) -> PurchaseDetail {
        var told = detail
        for mark in detail.marks { told.prospects[mark.id] = reconciler.prospect(of: mark) }
        return told
    }

    private func withProspect(_ sides: BothSides) -> BothSides {
        var told = sides
        told.prospect = reconciler.prospect(of: sides.mark)
        return told
    }
}
