import Cache
import Model
import Testing

@Suite("The outbox")
struct MarkTests {
    @Test func aMarkComesBackAsItWasPutIn() throws {
        let here = try TemporaryCache()
        let full = try here.cache.write { try $0.insert(fullMark(here)) }
        #expect(full.id == MarkID(1))
        #expect(try here.cache.read { try $0.mark(full.id) } == full)
        #expect(try here.cache.read { try $0.marks(inAction: full.action) } == [full])
        #expect(try here.cache.read { try $0.marks(of: here.key(1)) } == [full])
        #expect(try here.cache.read { try $0.claims(of: here.key(1)) } == [entry])
    }

    @Test func aBareMarkComesBackToo() throws {
        let here = try TemporaryCache()
        let mark = try queue(here)
        #expect(try here.cache.read { try $0.mark(mark.id) } == mark)
        #expect(try here.cache.read { try $0.mark(MarkID(77)) } == nil)
    }

    @Test func anUpdateFromAnotherStateIsStaleAndKeepsNothing() throws {
        let here = try TemporaryCache()
        var mark = try queue(here)
        mark.state = .confirmed
        let changed = mark
        #expect(throws: CacheError.stale(mark.id, expected: .sending, found: .queued)) {
            try here.cache.write { try $0.update(changed, expecting: .sending) }
        }
        #expect(try here.cache.read { try $0.mark(changed.id) }?.state == .queued)
    }

    @Test func everyAttemptIsKeptAndTheLastIsTheMarks() throws {
        let here = try TemporaryCache()
        var mark = try queue(here)
        for (number, request) in ["a", "b"].enumerated() {
            mark.attempt = Attempt(
                epoch: 1, request: request, sentAt: Int64(number), snapshot: [entry], lines: 2)
            mark.attempts = number + 1
            mark.attempt?.failedAt = 9
            try here.cache.write { [mark] in try $0.update(mark, expecting: .queued) }
        }
        mark.attempt?.absentReads = [10, 20]
        try here.cache.write { [mark] in try $0.update(mark, expecting: .queued) }
        #expect(try here.cache.read { try $0.mark(mark.id) } == mark)
        let attempts = try here.cache.read { [mark] in try $0.attempts(of: mark.id) }
        #expect(attempts.map(\.request) == ["a", "b"])
        #expect(attempts.map(\.absentReads) == [[], [10, 20]])
    }

    @Test func noTwoMarksClaimOneEntry() throws {
        let here = try TemporaryCache()
        var first = try queue(here)
        var second = try queue(here)
        first.claimed = entry
        second.claimed = entry
        try here.cache.write { [first] in try $0.update(first, expecting: .queued) }
        #expect(throws: CacheError.broken) {
            try here.cache.write { [second] in try $0.update(second, expecting: .queued) }
        }
        #expect(try here.cache.read { try $0.claims(of: here.key(1)) } == [entry])
    }

    @Test(arguments: MarkState.allCases)
    func onlyOpenMarksAreOpen(_ state: MarkState) throws {
        let here = try TemporaryCache()
        let mark = try queue(here, state: state)
        #expect(try here.cache.read { try $0.openMarks(in: here.id) } == (state.isOpen ? [mark] : []))
        #expect(
            try here.cache.read { try $0.unclaimedMarks(in: here.id) } == (state == .confirmed ? [mark] : []))
        #expect(try here.cache.read { try $0.openMarks(in: StoreID(99)) }.isEmpty)
    }

    @Test func theOutboxIsListedInEitherOrderAndByState() throws {
        let here = try TemporaryCache()
        try here.save(.sample(1))
        try here.cache.write {
            try $0.setNames([ItemKind(itemID: 32, variantID: 714): "Shirt, L"], of: here.id)
        }
        let marks = try [MarkState.queued, .confirmed, .queued].map { try queue(here, state: $0) }
        let all = try here.cache.read { try $0.outbox() }
        #expect(all.map(\.mark) == marks)
        #expect(all.first?.itemName == "Shirt, L")
        #expect(all.first?.storeName == "spring-gala")
        let newest = try here.cache.read { try $0.outbox(limit: 1, states: [.queued], newestFirst: true) }
        #expect(newest.map(\.mark) == [marks[2]])
    }

    @Test func theLastActionIsTheStationsOwn() throws {
        let here = try TemporaryCache()
        let other = Author(person: "kim", station: "bench-4")
        let mine = try here.cache.write { try $0.insertAction(.ship, by: .packer, at: 1) }
        _ = try here.cache.write { try $0.insertAction(.ship, by: other, at: 2) }
        #expect(try here.cache.read { try $0.lastAction(by: "bench-3") } == mine)
        #expect(try here.cache.read { try $0.lastAction(by: "bench-9") } == nil)
    }

    @Test func figuresAndStateFollowTheMarksInTheSameTransaction() throws {
        let here = try TemporaryCache()
        try here.save(.sample(1))
        var mark = try queue(here, quantity: 2)
        var row = try here.cache.read { try $0.window(ListQuery(), .first, limit: 1) }.rows.first
        #expect(row?.state == .shipped)
        #expect(row?.isWaiting == true)
        #expect(try here.cache.read { try $0.counts()[.shipped] } == 1)
        mark.state = .conflict
        try here.cache.write { [mark] in try $0.update(mark, expecting: .queued) }
        row = try here.cache.read { try $0.window(ListQuery(filter: .attention), .first, limit: 1) }.rows
            .first
        #expect(row?.state == .toShip)
        #expect(row?.attention == [.conflict])
    }

    @Test func alarmsHoldsAndTheServersCountStandWithThePurchase() throws {
        let here = try TemporaryCache()
        try here.save(.sample(1))
        let alarm = Alarm(reason: .landedLate, words: "one too many")
        let hold = Hold(reason: "call first", author: .packer, at: 5)
        try here.cache.write {
            try $0.raise(alarm, on: here.key(1))
            try $0.raise(alarm, on: here.key(1))
            try $0.hold(here.key(1), hold)
            try $0.setServerRemaining(2, of: 1, in: here.key(1), at: 10)
            try $0.setServerRemaining(7, of: 1, in: here.key(1), at: 9)
        }
        let detail = try here.cache.read { try $0.detail(here.key(1)) }
        #expect(detail?.alarms == [alarm])
        #expect(detail?.hold == hold)
        #expect(detail?.standing.state == .held)
        #expect(detail?.figures.item(1)?.serverRemaining == 2)
        #expect(try here.cache.read { try $0.counts()[.held] } == 1)
        try here.cache.write {
            try $0.release(here.key(1))
            try $0.clearAlarms(of: here.key(1), reason: .landedLate)
        }
        #expect(try here.cache.read { try $0.detail(here.key(1)) }?.standing.attention == [])
        #expect(try here.cache.read { try $0.counts()[.attention] } == 0)
    }

    @Test func theLogIsReadNewestFirstInPages() throws {
        let here = try TemporaryCache()
        for number in 1...5 {
            let key = here.key(number % 2)
            try here.cache.write {
                try $0.audit(
                    AuditEntry(
                        at: Int64(number), author: .packer, store: key.store, purchase: key.purchase,
                        mark: MarkID(3), event: "queued", words: "one shirt"))
            }
        }
        let newest = try here.cache.read { try $0.auditLog(limit: 2) }
        #expect(newest.map(\.at) == [5, 4])
        let older = try here.cache.read { try $0.auditLog(limit: 2, before: newest[1].number) }
        #expect(older.map(\.at) == [3, 2])
        #expect(
            try here.cache.read { try $0.auditLog(limit: 9, purchase: here.key(1)) }.map(\.at) == [5, 3, 1])
    }

    private let entry = EntryKey(item: 1, at: 5, quantity: 2, tracking: "1z", ordinal: 1)

    private func queue(_ here: TemporaryCache, quantity: Int = 1, state: MarkState = .queued) throws -> Mark {
        try here.cache.write { cache in
            let action = try cache.insertAction(.ship, by: .packer, at: 1)
            return try cache.insert(.sample(here.key(1), action: action, quantity: quantity, state: state))
        }
    }

    private func fullMark(_ here: TemporaryCache) -> Mark {
        let address = ShippingAddress(fullName: "Zo\0ë", address1: "1 \"Main\" St", city: "札幌市")
        return Mark(
            id: MarkID(0), action: ActionID(4), store: here.id, purchase: PurchaseID(1), item: 1,
            quantity: -2,
            verb: .undo, tracking: " 1Z ", deliverBy: PlainDate(year: 2027, month: 1, day: 2),
            address: address, takesBack: .entry(entry),
            basis: Basis(net: 2, lastModified: 3, address: ShippingAddress(city: "x"), entries: [entry]),
            author: .packer, madeAt: 11, state: .unknown, reason: "no answer",
            attempt: Attempt(
                epoch: 2, request: "r1", sentAt: 12, snapshot: [entry], lines: 3, failedAt: 13,
                wasAnswered: true, absentReads: [14]),
            attempts: 1, notBefore: 15, claimed: entry, unlistedReads: 1)
    }
}
