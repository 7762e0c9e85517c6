import Model

// A mark as a row of the outbox, with its last attempt beside it.
extension Mark {
    static let columns = """
        action, store, purchase, item, quantity, verb, tracking, tracking_key, deliver_by, address,
        takes_back_mark, takes_back_entry, based_on_net, based_on_modified, based_on_address, based_on_entries,
        person, station, made_at, state, reason, request, attempts, not_before, claimed_at, claimed_quantity,
        claimed_tracking, claimed_ordinal, unlisted_reads, sets, based_on_values
        """
    static let placeholders =
        "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"

    static let select = """
        SELECT marks.id, action, store, purchase, item, quantity, verb, tracking, deliver_by, address,
            takes_back_mark, takes_back_entry, based_on_net, based_on_modified, based_on_address,
            based_on_entries, person, station, made_at, state, reason, attempts, not_before, claimed_at,
            claimed_quantity, claimed_tracking, claimed_ordinal, unlisted_reads, attempts.request, epoch,
            sent_at, snapshot, before, lines, failed_at, was_answered, absent_reads, sets, based_on_values
        FROM marks
        LEFT JOIN attempts ON attempts.mark = marks.id AND attempts.request = marks.request
        """

    func values() throws -> [any Storable] {
        try subject() + based() + [
            author.person, author.station, madeAt, state.rawValue, reason, attempt?.request, attempts,
            notBefore, claimed?.at, claimed?.quantity, claimed?.tracking, claimed?.ordinal, unlistedReads,
            try jsonText(sets), try jsonText(basis.values),
        ]
    }

    private func subject() throws -> [any Storable] {
        var backMark: MarkID?
        var backEntry: EntryKey?
        switch takesBack {
        case .mark(let mark): backMark = mark
        case .entry(let entry): backEntry = entry
        case nil: break
        }
        return [
            action, store, purchase, item, quantity, verb.rawValue, tracking, comparableTracking(tracking),
            deliverBy?.description, try jsonText(address), backMark, try jsonText(backEntry),
        ]
    }

    private func based() throws -> [any Storable] {
        [
            basis.net, basis.lastModified, try jsonText(basis.address), try jsonText(ofList: basis.entries),
        ]
    }

    init(_ row: Row) {
        let date: String? = row[8]
        let address: ShippingAddress? = fromJSON(row[9])
        self.init(
            id: row[0], action: row[1], store: row[2], purchase: row[3], item: row[4], quantity: row[5],
            verb: Verb(rawValue: row[6]) ?? .ship, tracking: row[7],
            deliverBy: date.flatMap { PlainDate($0) },
            address: address, takesBack: TakesBack(row), sets: fromJSON(row[37]),
            basis: Basis(row, shippedTo: address),
            author: Author(person: row[16], station: row[17]), madeAt: row[18],
            state: MarkState(rawValue: row[19]) ?? .attention, reason: row[20],
            attempt: Attempt(row, at: 28), attempts: row[21], notBefore: row[22], claimed: nil,
            unlistedReads: row[27])
        claimed = EntryKey(claimedIn: row, item: item)
    }
}

extension TakesBack {
    fileprivate init?(_ row: Row) {
        if let mark = row[10] as MarkID? {
            self = .mark(mark)
        } else if let entry = fromJSON(row[11], as: EntryKey.self) {
            self = .entry(entry)
        } else {
            return nil
        }
    }
}

extension Basis {
    /// Most marks ship to the address that was entered: then it is decoded once.
    fileprivate init(_ row: Row, shippedTo address: ShippingAddress?) {
        let (shipped, entered): (String?, String?) = (row[9], row[14])
        self.init(
            net: row[12], lastModified: row[13], address: shipped == entered ? address : fromJSON(entered),
            entries: fromJSON(row[15]) ?? [], values: fromJSON(row[38]))
    }
}

extension EntryKey {
    fileprivate init?(claimedIn row: Row, item: Int) {
        guard let at = row[23] as Int64? else { return nil }
        self.init(item: item, at: at, quantity: row[24], tracking: row[25], ordinal: row[26])
    }
}

extension Attempt {
    static let columns = """
        request, epoch, sent_at, snapshot, before, lines, failed_at, was_answered, absent_reads
        """

    func values() throws -> [any Storable] {
        [
            request, epoch, sentAt, try jsonText(ofList: snapshot), try jsonText(before), lines, failedAt,
            wasAnswered,
            try jsonText(ofList: absentReads),
        ]
    }

    init?(_ row: Row, at start: Int) {
        guard let request = row[start] as String? else { return nil }
        self.init(
            epoch: row[start + 1], request: request, sentAt: row[start + 2],
            snapshot: fromJSON(row[start + 3]) ?? [], before: fromJSON(row[start + 4]),
            lines: row[start + 5], failedAt: row[start + 6], wasAnswered: row[start + 7],
            absentReads: fromJSON(row[start + 8]) ?? [])
    }
}
