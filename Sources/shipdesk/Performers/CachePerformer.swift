import Cache
import Dispatch
import Model
import Services
import Synchronization
import ViewModels

/// Reads the cache for the dashboard. What an index serves is answered before the next frame; what has to be
/// counted or looked for is answered later, from queues of their own, so that no key waits for it.
final class CachePerformer: Sendable {
    let cache: Cache
    /// Says what the protocol will do next.
    private let reconciler: Reconciler
    private let stores: [Store]
    private let claims: ClaimBook
    private let counting = DispatchQueue(label: "shipdesk.counting", qos: .userInitiated)
    /// A walk through a million purchases must not hold up what else is counted.
    private let picking = DispatchQueue(label: "shipdesk.picking", qos: .userInitiated)
    /// Rows come before numbers: nobody waits for a count to see a page.
    private let finding = DispatchQueue(label: "shipdesk.finding", qos: .userInteractive)
    /// The newest job of each kind: an older one is not worth doing, or going on with.
    private let newest = Mutex<[Kind: Errand]>([:])

    private enum Kind: Hashable {
        case window, total, rank, matching, hidden, candidates, viewCounts, pickList, today
        case action(ActionPurpose), outbox(OutboxScope)

        var isOutbox: Bool { if case .outbox = self { true } else { false } }
    }

    /// Most lists that have to be looked for are short: a frame waits so many milliseconds for its rows, and
    /// is spared a frame without them.
    private static let patience = 10
    /// An outbox with more rows is not waited for: while it is sent, news of it comes many times a second.
    private static let longOutbox = 50
    /// It is read once for all that happens in such a time.
    private static let outboxPause = DispatchTimeInterval.milliseconds(200)
    private let isOutboxLong = Mutex(false)

    init(cache: Cache, stores: [Store], claims: ClaimBook, figures: ProtocolFigures) {
        self.cache = cache
        reconciler = Reconciler(figures: figures)
        self.stores = stores
        self.claims = claims
    }

    /// - Parameter answered: where nil is returned, the answer comes later, if it is still wanted then.
    @MainActor
    func answer(
        _ effect: CacheEffect, later answered: @escaping @MainActor @Sendable (Answer) -> Void
    ) -> Answer? {
        guard let kind = kind(of: effect) else { return answer(effect, until: Cancellation()) }
        let isUrgent = isWorthWaiting(for: kind)
        let errand = Errand(effect)
        let isAsked = newest.withLock { newest in
            if !isUrgent, kind.isOutbox, let older = newest[kind], older.isWaiting { return true }
            // The same question asked again, after news, lets the one that is under way come to its end.
            if let older = newest[kind], older.effect != effect { older.cancellation.cancel() }
            newest[kind] = errand
            return false
        }
        if isAsked { return nil }
        let pause = !isUrgent && kind.isOutbox ? Self.outboxPause : .milliseconds(0)
        queue(for: kind).asyncAfter(deadline: .now() + pause) { @Sendable [self] in
            errand.begin()
            guard newest.withLock({ $0[kind] === errand }) else { return errand.end() }
            let answer = answer(effect, until: errand.cancellation)
            if errand.cancellation.isCancelled { return errand.end() }
            guard errand.finish(answer) else { return }
            DispatchQueue.main.async { MainActor.assumeIsolated { answered(answer) } }
        }
        return isUrgent ? errand.wait(milliseconds: Self.patience) : errand.leave()
    }

    private func isWorthWaiting(for kind: Kind) -> Bool {
        switch kind {
        case .window, .action: true
        case .outbox: !isOutboxLong.withLock { $0 }
        default: false
        }
    }

    private func queue(for kind: Kind) -> DispatchQueue {
        switch kind {
        case .window, .outbox, .action: finding
        case .pickList: picking
        default: counting
        }
    }

    /// Nil for what an index serves.
    private func kind(of effect: CacheEffect) -> Kind? {
        switch effect {
        case .window(let query, let anchor, _): isServed(query, anchor) ? nil : .window
        case .total: .total
        case .rank: .rank
        case .matching, .between, .alike: .matching
        case .hidden: .hidden
        case .candidates: .candidates
        case .pickList: .pickList
        case .today: .today
        case .viewCounts: .viewCounts
        case .action(let purpose, _): .action(purpose)
        case .outbox(let scope): .outbox(scope)
        case .counts, .detail, .bothSides, .log, .find, .whereabouts, .vocabulary, .views: nil
        }
    }

    private func isServed(_ query: ListQuery, _ anchor: WindowAnchor) -> Bool {
        if case .at = anchor { return false }
        return query.sort.isKept && !query.isNarrowed
    }

    private func answer(_ effect: CacheEffect, until cancellation: Cancellation) -> Answer {
        do {
            return try cache.read(until: cancellation) { try answer(effect, $0, cancellation) }
        } catch let error as CacheError {
            return .failed(error.sentence)
        } catch {
            return .failed("The cache cannot be read.")
        }
    }

    private func answer(
        _ effect: CacheEffect, _ reader: CacheReader, _ cancellation: Cancellation
    ) throws -> Answer {
        switch effect {
        case .window(let query, let anchor, let limit):
            .window(try window(query, anchor, limit, reader))
        case .counts(let store): .counts(store, try reader.counts(of: store))
        case .total(let query): .total(query, try reader.count(matching: query))
        case .rank(let query, let position): .rank(query, position, try reader.rank(of: position, in: query))
        case .detail(let key): .detail(key, try detail(key, reader))
        case .matching(let query): matching(query, try marked(query, from: nil, through: nil, reader))
        case .between(let query, let first, let last):
            matching(query, try marked(query, from: first, through: last, reader))
        case .alike(let key, let sameVariant, let query):
            matching(
                query,
                try reader.query(alike: key, sameVariant: sameVariant, in: query)
                    .map { try marked($0, from: nil, through: nil, reader) } ?? [])
        case .vocabulary: .vocabulary(try reader.vocabulary(of: stores.map(\.id)))
        case .views: .views(try reader.savedViews())
        case .viewCounts(let queries):
            .viewCounts(try queries.mapValues { try reader.count(matching: $0) })
        case .hidden(let keys, let query): .hidden(query, try reader.hidden(keys, in: query))
        case .candidates(let keys):
            .candidates(try keys.compactMap { try detail($0, reader) }.map(BulkCandidate.init))
        case .outbox(let scope): .outbox(scope, try outbox(scope, reader))
        case .bothSides(let mark): .bothSides(mark, try reader.bothSides(of: mark).map(withProspect))
        case .log(let key, let limit): .log(key, try reader.auditLog(limit: limit, purchase: key))
        case .today(let start, let now): .today(try reader.day(of: stores.map(\.id), from: start, now: now))
        case .find(let text): .found(text, try reader.find(text, in: stores.map(\.id)))
        case .whereabouts(let text): .whereabouts(text, try whereabouts(text, reader))
        case .pickList(let scope): try pickList(scope, reader, cancellation)
        case .action(let purpose, let station):
            .action(purpose, try reader.action(for: purpose, by: station))
        }
    }

    private func whereabouts(_ text: String, _ reader: CacheReader) throws -> [Whereabouts] {
        try reader.find(text, in: stores.map(\.id)).prefix(10).compactMap { key in
            try reader.detail(key).map { Whereabouts(key, $0.standing.state) }
        }
    }

    private func pickList(
        _ scope: PickScope, _ reader: CacheReader, _ cancellation: Cancellation
    ) throws -> Answer {
        let now = ServiceClock.system.now() / 1_000
        let inOrder = try sorted(scope, reader)
        let list = try reader.pickList(inOrder, of: stores, now: now) { !cancellation.isCancelled }
        // Nobody hears what was called off.
        return list.map { .pickList(scope, $0) } ?? .failed("")
    }

    /// What is marked, the oldest first, as in the list; what is gone comes last.
    private func sorted(_ scope: PickScope, _ reader: CacheReader) throws -> PickScope {
        guard case .purchases(let keys) = scope else { return scope }
        let known = try reader.sorted(keys, as: ListQuery())
        let gone = Set(keys).subtracting(known)
        return .purchases(known + keys.filter(gone.contains))
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

    /// Nothing is marked where it cannot be all.
    private func matching(_ query: ListQuery, _ found: [MarkedPurchase]) -> Answer {
        found.count > Marks.most ? .tooManyMatch(query) : .matching(query, found)
    }

    /// One more than may be at the most.
    private func marked(
        _ query: ListQuery, from first: RowPosition?, through last: RowPosition?, _ reader: CacheReader
    ) throws -> [MarkedPurchase] {
        var found: [MarkedPurchase] = []
        var anchor = first.map(WindowAnchor.from) ?? .first
        while true {
            let rows = try reader.window(query, anchor, limit: 500).rows
            for row in rows {
                found.append(MarkedPurchase(row))
                if row.position == last || found.count > Marks.most { return found }
            }
            guard let position = rows.last?.position, rows.count == 500 else { return found }
            anchor = .after(position)
        }
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
        isOutboxLong.withLock { $0 = rows.count > Self.longOutbox }
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
