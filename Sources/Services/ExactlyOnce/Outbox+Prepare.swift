import Cache
import Model

extension Outbox {
    /// Checks marks against their freshly read rows and writes `sending`, before the first byte leaves.
    ///
    /// Those that no longer fit become conflicts. The rest leave in one request of up to a hundred
    /// purchases, one line per item; marks of a request that failed as a whole leave in halves.
    /// - Throws: ``LeadLost`` where another process leads by now; ``CacheError``.
    package func prepare(_ candidates: [Mark], epoch: Int64, request: String, now: Int64) throws -> Batch? {
        try cache.write { writer in
            guard try writer.epoch(of: store) == epoch else { throw LeadLost() }
            var batch = Batch(request: request, lines: [])
            var checked: [(mark: Mark, detail: PurchaseDetail)] = []
            for candidate in selection(candidates) {
                guard let mark = try writer.mark(candidate.id), mark.state == .queued,
                    let detail = try writer.detail(key(mark.purchase))
                else { continue }
                if let until = lostUntil(mark, in: detail), try isOlder(detail.key, than: until, writer) {
                    try postpone(mark, until: max(until, now + figures.readGap), now: now, writer)
                    continue
                }
                switch Precheck(mark, in: detail, claimed: try writer.claims(of: detail.key)) {
                case .send where try writer.isInherited(mark.id):
                    try writer.disinherit(mark.id)
                    try conflict(mark, words: Self.copied, now: now, writer)
                case .send where try isSoAlready(mark, in: detail.purchase, now: now, writer): continue
                case .send: checked.append((mark, detail))
                case .wait: try postpone(mark, until: now + figures.readGap, now: now, writer)
                case .conflict(let words): try conflict(mark, words: words, now: now, writer)
                }
            }
            let together = alike(checked)
            for (mark, detail) in together {
                guard let before = figures(of: mark, in: detail) else { continue }
                let sent = sending(
                    mark, detail, Launch(epoch: epoch, request: request, lines: together.count, now: now))
                try writer.change(
                    mark, to: sent, event: "sending", words: words(on: request, of: together.count), now: now)
                batch.lines.append(Batch.Line(mark: sent, before: before))
            }
            return batch.lines.isEmpty ? nil : batch
        }
    }

    /// Two boxes with one outbox would send the same at the same moment: only a person knows which is to.
    static let copied =
        "It was waiting when this data directory was copied, and may leave from the other one, too. "
        + "Retry it where it shall leave, and drop it where it shall not."

    private func words(on request: String, of lines: Int) -> String {
        guard marksLeave else { return "Checked with the store's list, and written down here." }
        return "In request \(request)\(lines > 1 ? " with \(lines - 1) others" : "")."
    }

    /// Up to a hundred purchases that may share a request, in the order made.
    private func selection(_ candidates: [Mark]) -> [Mark] {
        guard let first = candidates.first else { return [] }
        let limit = lineLimit(first)
        var purchases: Set<PurchaseID> = []
        var chosen: [Mark] = []
        for mark in candidates
        where lineLimit(mark) == limit && mark.sets == first.sets && chosen.count < limit ?? .max {
            guard purchases.contains(mark.purchase) || purchases.count < figures.batchSize else { continue }
            purchases.insert(mark.purchase)
            chosen.append(mark)
        }
        return chosen
    }

    /// Of values, only those share a request that get the same in all; the rest leave in the next.
    private func alike(
        _ checked: [(mark: Mark, detail: PurchaseDetail)]
    ) -> [(mark: Mark, detail: PurchaseDetail)] {
        guard let first = checked.first, let sets = first.mark.sets, let rules = first.detail.store.valueRules
        else { return checked }
        guard rules.mayShare(sets) else { return [first] }
        let whole = rules.whole(sets, on: first.detail.purchase)
        return checked.filter { rules.whole($0.mark.sets ?? Attributes(), on: $0.detail.purchase) == whole }
    }

    /// Half of the lines that failed together the last time, so that a bad one ends up alone.
    private func lineLimit(_ mark: Mark) -> Int? {
        guard let attempt = mark.attempt, attempt.failedAt != nil else { return nil }
        return max(1, attempt.lines / 2)
    }

    private func figures(of mark: Mark, in detail: PurchaseDetail) -> ItemFigures? {
        Figures(detail.purchase, marks: detail.marks.filter { $0.id != mark.id }).item(mark.item)
    }

    private struct Launch {
        var epoch: Int64
        var request: String
        var lines: Int
        var now: Int64
    }

    private func sending(_ mark: Mark, _ detail: PurchaseDetail, _ launch: Launch) -> Mark {
        var sent = mark
        sent.state = .sending
        sent.reason = nil
        sent.notBefore = nil
        sent.unlistedReads = 0
        sent.attempts += 1
        sent.attempt = Attempt(
            epoch: launch.epoch, request: launch.request, sentAt: launch.now,
            snapshot: detail.purchase.entries(of: mark.item),
            before: mark.sets.map { before($0, detail) }, lines: launch.lines)
        return sent
    }

    private func before(_ sets: Attributes, _ detail: PurchaseDetail) -> Attributes {
        let names = detail.store.valueRules?.watched(sets.names) ?? sets.names
        return detail.purchase.attributes.only(names)
    }

    private func isOlder(_ key: PurchaseKey, than time: Int64, _ reader: CacheReader) throws -> Bool {
        try reader.readBegan(of: key).map { $0 < time } ?? true
    }

    private func postpone(_ mark: Mark, until: Int64, now: Int64, _ writer: CacheWriter) throws {
        var later = mark
        later.notBefore = until
        try writer.update(later, expecting: .queued)
        // The row in the cache is not new enough for the next look.
        try writer.markAnswered(key(mark.purchase), at: now)
    }

    func conflict(_ mark: Mark, words: String, now: Int64, _ writer: CacheWriter) throws {
        var stopped = mark
        stopped.state = .conflict
        stopped.reason = words
        try writer.change(mark, to: stopped, event: "conflict", now: now)
        try dropUndos(of: mark, now: now, writer)
    }

    /// An undo of a mark that had no effect has nothing to take back.
    func dropUndos(of mark: Mark, now: Int64, _ writer: CacheWriter) throws {
        for undo in try waitingUndos(of: mark, writer) {
            var dropped = undo
            dropped.state = .dropped
            dropped.reason = "What it would take back had no effect."
            try writer.change(undo, to: dropped, event: "dropped", now: now)
        }
    }

    func waitingUndos(of mark: Mark, _ writer: CacheWriter) throws -> [Mark] {
        try writer.marks(of: key(mark.purchase)).filter {
            $0.state == .queued && $0.takesBack == .mark(mark.id)
        }
    }
}
