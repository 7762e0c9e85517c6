import Cache
import Model

/// What there is to do for a store's marks.
package struct Survey: Sendable, Hashable {
    /// Marks that may leave now, oldest first: their purchases were read just before.
    package var sendable: [Mark] = []
    /// Purchases to read first, with the `last_modified_ts` that they were last seen with.
    package var toRead: [PurchaseID: Int64?] = [:]
    /// Unix milliseconds: when there will be more to do; nil: when somebody makes a mark.
    package var nextDue: Int64?
    /// Something was stored under a time that has not come yet: the clock went back.
    package var clockWentBack = false
    /// Anything queued, on the wire or unknown.
    package var isBusy = false

    package init() {}

    fileprivate mutating func wait(until due: Int64) { nextDue = min(nextDue ?? due, due) }
}

extension Outbox {
    package func survey(now: Int64) throws -> Survey {
        try cache.read { reader in
            let open = try reader.openMarks(in: store)
            let occupied = Set(open.filter { $0.state.isInFlight }.map(\.purchase))
            var survey = Survey()
            survey.isBusy = open.contains { $0.state != .attention }
            survey.clockWentBack = open.contains { $0.isLater(than: now) }
            for mark in open where mark.state == .unknown {
                try plan(unknown: mark, now: now, reader, &survey)
            }
            var taken: Set<Line> = []
            for mark in open where mark.state == .queued {
                let isFirst = taken.insert(Line(mark)).inserted
                guard isFirst, !occupied.contains(mark.purchase) else { continue }
                try plan(queued: mark, now: now, reader, &survey)
            }
            return survey
        }
    }

    private func plan(unknown mark: Mark, now: Int64, _ reader: CacheReader, _ survey: inout Survey) throws {
        guard let attempt = mark.attempt else { return }
        let due = max(reconciler.nextRead(of: attempt), mark.notBefore ?? .min)
        if due > now { return survey.wait(until: due) }
        survey.toRead[mark.purchase] = try reader.lastModified(of: key(mark.purchase))
    }

    private func plan(queued mark: Mark, now: Int64, _ reader: CacheReader, _ survey: inout Survey) throws {
        if let notBefore = mark.notBefore, notBefore > now { return survey.wait(until: notBefore) }
        if case .mark(let target) = mark.takesBack, try reader.mark(target)?.state != .confirmed { return }
        let isFresh = try reader.readBegan(of: key(mark.purchase)).map {
            $0 >= mark.madeAt && (now - figures.readServes...now).contains($0)
        }
        if isFresh == true {
            survey.sendable.append(mark)
        } else {
            survey.toRead[mark.purchase] = try reader.lastModified(of: key(mark.purchase))
        }
    }
}

/// Marks of one item leave in the order made, one request each.
private struct Line: Hashable {
    var purchase: PurchaseID
    var item: Int
    init(_ mark: Mark) {
        purchase = mark.purchase
        item = mark.item
    }
}
