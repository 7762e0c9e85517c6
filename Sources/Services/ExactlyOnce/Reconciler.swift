import Model

/// Compares what a read shows with what our marks should have done (protocol, step 6).
///
/// A value in, changes out; it is applied inside the transaction that stores the read. Nothing here looks
/// at a clock of the server: a read is compared with the snapshot that was taken just before sending.
package struct Reconciler: Sendable {
    package enum Change: Sendable, Hashable {
        /// The mark's entry is on the ledger: from now on that entry belongs to it.
        case claim(MarkID, EntryKey)
        /// An attempt that was given up took effect after all, beside a later one.
        case landedLate(MarkID, EntryKey)
        /// The entry was looked for and not found.
        case absent(MarkID)
        /// Absent for certain: may be sent again.
        case resend(MarkID)
        case attention(MarkID, words: String)
        /// A person decides: somebody else set another value.
        case conflict(MarkID, words: String)
        /// Confirmed, but this read does not list it.
        case unlisted(MarkID)
    }

    let figures: ProtocolFigures

    package init(figures: ProtocolFigures) { self.figures = figures }

    /// - Parameters:
    ///   - purchase: the row as just read.
    ///   - marks: all of its marks that were ever sent, and those confirmed without a claim.
    ///   - claimed: entries that belong to a mark already.
    ///   - began: Unix milliseconds when the read began.
    package func changes(
        in purchase: Purchase, marks: [Mark], claimed: Set<EntryKey>, began: Int64
    ) -> [Change] {
        let sent = Sent(marks.filter { $0.sets == nil })
        var free = Free(purchase: purchase, claimed: claimed)
        // The certain ones choose first: a confirmed mark is on the server, an unknown one may not be.
        var changes = sent.certain.map { claim($0, &free) }
        // What is on the wire may be listed already; its answer or a later read says whose it is.
        for mark in sent.onTheWire { free.reserve(mark) }
        let open = sent.unknown.map { (mark: $0, found: found($0, &free)) }
        changes += sent.longUnlisted.map { claim($0, &free) }
        changes += open.flatMap(\.found)
        // Late arrivals are told before anything is called somebody else's.
        changes += sent.givenUp.compactMap { lateArrival($0, &free) }
        changes += sent.severalTimes.flatMap { duplicates($0, &free) }
        changes += open.filter(\.found.isEmpty).map { notFound($0.mark, free, began: began) }
        return changes
    }

    private func claim(_ mark: Mark, _ free: inout Free) -> Change {
        free.take(mark).map { .claim(mark.id, $0) } ?? .unlisted(mark.id)
    }

    private func found(_ mark: Mark, _ free: inout Free) -> [Change] {
        let matching = free.matching(mark)
        guard matching.count == 1 || (matching.count == 2 && mark.attempts > 1) else { return [] }
        return matching.enumerated().map { index, entry in
            free.remove(entry)
            return index == 0 ? .claim(mark.id, entry) : .landedLate(mark.id, entry)
        }
    }

    private func notFound(_ mark: Mark, _ free: Free, began: Int64) -> Change {
        if free.matching(mark).count > 1 {
            return .attention(
                mark.id, words: "Several new entries look like this mark; one may be another's.")
        }
        guard let attempt = mark.attempt, provesAbsence(attempt, with: began) else { return .absent(mark.id) }
        if free.hasNew(for: mark) {
            return .attention(mark.id, words: "Somebody else changed this item at the same time.")
        }
        return .resend(mark.id)
    }

    /// A mark that waits to be sent again, or that was given up, whose earlier attempt shows after all.
    private func lateArrival(_ mark: Mark, _ free: inout Free) -> Change? {
        // Where several would fit, a person was asked already and is not overruled.
        if mark.state == .attention, free.matching(mark).count > 1 { return nil }
        guard let entry = free.take(mark) else { return nil }
        return mark.state == .queued || mark.state == .attention
            ? .claim(mark.id, entry) : .landedLate(mark.id, entry)
    }

    /// Beside the entry that a confirmed mark has claimed.
    private func duplicates(_ mark: Mark, _ free: inout Free) -> [Change] {
        free.matching(mark).prefix(mark.attempts - 1).map { entry in
            free.remove(entry)
            return .landedLate(mark.id, entry)
        }
    }

    /// Whether this read, with those before it, proves that the attempt had no effect and never will have.
    func provesAbsence(_ attempt: Attempt, with began: Int64) -> Bool {
        let from = settlesFrom(attempt)
        let earlier = attempt.absentReads.filter { $0 >= from }
        return began >= from && earlier.contains { began - $0 >= figures.readGap }
    }

    /// Unix milliseconds: reads that begin before it prove nothing.
    func settlesFrom(_ attempt: Attempt) -> Int64 {
        let failed = attempt.failedAt ?? attempt.sentAt
        if attempt.wasAnswered { return failed }
        return max(failed + figures.settleMargin, attempt.sentAt + figures.settleWait)
    }

    /// What will be done next about a mark without anybody's help; nil where nothing is.
    package func prospect(of mark: Mark) -> Prospect? {
        switch mark.state {
        case .queued: return Prospect(sendFrom: mark.notBefore)
        case .unknown:
            guard let attempt = mark.attempt else { return nil }
            let from = settlesFrom(attempt)
            let proof = attempt.absentReads.filter { $0 >= from }.min() ?? from
            return Prospect(
                readAt: max(nextRead(of: attempt), mark.notBefore ?? .min),
                sendFrom: proof + figures.readGap)
        default: return nil
        }
    }

    /// Unix milliseconds: when an unknown mark's purchase should be read next.
    package func nextRead(of attempt: Attempt) -> Int64 {
        let from = settlesFrom(attempt)
        let proving = attempt.absentReads.filter { $0 >= from }
        if let first = proving.min() { return max(first, proving.max() ?? first) + figures.readGap }
        let failed = attempt.failedAt ?? attempt.sentAt
        let looked = attempt.absentReads.max() ?? .min
        return figures.earlyLooks.map { failed + $0 }.first { $0 > looked && $0 < from } ?? from
    }
}

extension MarkState {
    /// On the wire or not known: it occupies its purchase.
    package var isInFlight: Bool { self == .sending || self == .unknown }
}

/// The marks of a purchase that may have had an effect, by what a read can still say of them.
private struct Sent {
    var certain: [Mark] = []
    var onTheWire: [Mark] = []
    var unknown: [Mark] = []
    /// Confirmed, and people were told that it is not listed: it no longer chooses before others.
    var longUnlisted: [Mark] = []
    var givenUp: [Mark] = []
    /// Confirmed by one of several attempts: another may still land.
    var severalTimes: [Mark] = []

    init(_ marks: [Mark]) {
        for mark in marks.filter({ $0.attempt != nil }).sorted(by: { $0.id < $1.id }) {
            switch mark.state {
            case .sending: onTheWire.append(mark)
            case .unknown: unknown.append(mark)
            case .queued, .conflict, .failed, .attention, .dropped: givenUp.append(mark)
            case .confirmed where mark.claimed != nil: break
            case .confirmed where mark.unlistedReads < 2: certain.append(mark)
            case .confirmed: longUnlisted.append(mark)
            }
            if mark.state == .confirmed, mark.attempts > 1 { severalTimes.append(mark) }
        }
    }
}

/// The entries of a purchase that belong to no mark yet.
private struct Free {
    private var entries: [EntryKey]

    init(purchase: Purchase, claimed: Set<EntryKey>) {
        entries = entryKeys(of: purchase.ledger).filter { !claimed.contains($0) }
    }

    /// New since the mark was sent, of its item, quantity and tracking.
    func matching(_ mark: Mark) -> [EntryKey] {
        let tracking = comparableTracking(mark.tracking)
        return new(for: mark).filter { $0.quantity == mark.quantity && $0.tracking == tracking }
    }

    func hasNew(for mark: Mark) -> Bool { !new(for: mark).isEmpty }

    mutating func take(_ mark: Mark) -> EntryKey? {
        guard let entry = matching(mark).first else { return nil }
        remove(entry)
        return entry
    }

    mutating func reserve(_ mark: Mark) {
        for entry in matching(mark) { remove(entry) }
    }

    mutating func remove(_ entry: EntryKey) { entries.removeAll { $0 == entry } }

    private func new(for mark: Mark) -> [EntryKey] {
        let before = Set(mark.attempt?.snapshot ?? [])
        return entries.filter { $0.item == mark.item && !before.contains($0) }
    }
}
