import APIs
import FoundationEssentials
import Model
import Services

@testable import Cache

/// One data directory: a real cache, the process that leads, and people who mark.
final class Box: CustomStringConvertible {
    let number: Int
    unowned let world: World
    let figures: ProtocolFigures
    private(set) var cache: Cache
    private let path: String
    private(set) var outbox: Outbox
    private(set) var book: PassBook
    let store: StoreID
    private(set) var leader: Driver?
    /// Its clock's distance from the world's, in milliseconds.
    private(set) var skew: Int64 = 0
    lazy var people = People(of: self)
    /// By mark and request: the API itself answered then (world milliseconds), however badly.
    private(set) var answeredAt: [MarkID: [Int64: Int64]] = [:]
    /// World milliseconds: when the read began that last brought the row.
    var rowRead: [PurchaseID: Int64] = [:]
    /// What a mark was based on when a person last said that it shall leave.
    var basedOn: [MarkID: Basis] = [:]
    private var calls: [Int64] = []
    private(set) var postsOf: [MarkID: [Int64]] = [:]
    /// World milliseconds: when `sending` was first written.
    private(set) var launchedAt: [MarkID: Int64] = [:]

    init(number: Int, in world: World) throws {
        self.number = number
        self.world = world
        (path, cache) = try CachePool.take(world.isRace ? .runsignupRaceStore : .runsignupTicketStore)
        figures = world.mutation?.figures ?? ProtocolFigures()
        store = StoreID(1)
        outbox = Outbox(cache: cache, store: store, figures: figures, marksLeave: !world.isRace)
        book = PassBook(cache: cache, outbox: outbox, schedule: .ofALargeStore)
    }

    deinit { CachePool.giveBack(path, cache) }

    var description: String { "box \(number)" }
    var now: Int64 { world.now + skew }

    func start() throws { try lead() }

    // MARK: The lead

    /// A process gains the lead.
    func lead() throws {
        let driver = Driver(of: self)
        leader = driver
        driver.takeOver()
    }

    /// The leading process is gone at once; another takes over within a second.
    func kill(_ driver: Driver, at step: String) {
        guard driver === leader, driver.isAlive else { return }
        world.tell("\(self): killed at \(step)")
        world.tally.killedAt[step, default: 0] += 1
        driver.isAlive = false
        leader = nil
        let reopens = world.chance.happens(4)
        world.after(world.chance.time(50...1_000)) { [self] in
            if reopens { try reopen() }
            stepClockBack()
            try lead()
        }
    }

    /// The leader is stopped and does not know that another leads: it goes on with its old epoch.
    func forget() throws {
        guard leader != nil else { return }
        world.tell("\(self): another process leads, the old one does not know")
        world.tally.faults["two leaders", default: 0] += 1
        try lead()
    }

    private func reopen() throws {
        cache = try Cache(path: path, pooled: false, durable: false)
        outbox = Outbox(cache: cache, store: store, figures: figures, marksLeave: !world.isRace)
        book = PassBook(cache: cache, outbox: outbox, schedule: .ofALargeStore)
    }

    func stepClockBack() {
        guard !world.areFaultsOver, world.chance.happens(world.faults.clockSteps * 20) else { return }
        skew -= world.chance.pick([3_000, 50_000, 3_600_000])
        world.tally.faults["clock back", default: 0] += 1
        world.tell("\(self): the clock goes back to \(skew) ms")
    }

    /// Somebody made a mark, or a pass changed one.
    func ring() throws { try leader?.wake() }

    // MARK: Durable steps

    /// A write that finds the disk full, now and then.
    func durably<T>(_ step: () throws -> T) throws -> T {
        guard !world.areFaultsOver, world.chance.happens(world.faults.fullDisks) else { return try step() }
        world.tally.faults["full disk", default: 0] += 1
        try cache.write { writer in
            for table in ["marks", "readings", "stores"] {
                try writer.db.run(
                    """
                    CREATE TEMP TRIGGER full_\(table) BEFORE UPDATE ON main.\(table)
                    BEGIN SELECT RAISE(ABORT, 'full'); END
                    """)
            }
        }
        defer {
            try? cache.write { writer in
                for table in ["marks", "readings", "stores"] {
                    try writer.db.run("DROP TRIGGER temp.full_\(table)")
                }
            }
        }
        return try step()
    }

    /// A page was kept, under the time when its read is said to have begun.
    func noteRead(_ page: PurchasesPage, began: Int64, really: Int64) throws {
        for purchase in page.purchases {
            let key = PurchaseKey(store: store, purchase: purchase.id)
            let (freshness, cached) = try cache.read { (try $0.freshness(of: key), try $0.purchase(key)) }
            if freshness == began { rowRead[purchase.id] = max(rowRead[purchase.id] ?? .min, really) }
            guard skew == 0, let read = rowRead[purchase.id] else { continue }
            let there = world.server.rows[purchase.id]?.entries.filter { $0.visibleAt <= read }.count ?? 0
            if cached?.ledger.count ?? 0 < there {
                world.complain("\(self): a row of \(purchase.id) went back in time")
            }
        }
    }

    func noteLaunch(_ batch: Batch) {
        for line in batch.lines where launchedAt[line.mark.id] == nil { launchedAt[line.mark.id] = world.now }
    }

    func noteAnswered(_ batch: Batch, at now: Int64) {
        for line in batch.lines {
            guard let sent = postsOf[line.mark.id]?.last else { continue }
            answeredAt[line.mark.id, default: [:]][sent] = now
        }
    }

    // MARK: What it must never do

    func noteCall() {
        calls = calls.filter { $0 > world.now - 60_000 } + [world.now]
        if calls.count > 240 { world.complain("\(self) makes \(calls.count) calls in a minute") }
    }

    func check(_ batch: Batch) {
        let marks = batch.lines.map(\.mark)
        if Set(marks.map { "\($0.purchase):\($0.item)" }).count != marks.count {
            world.complain("\(self) sends two lines of one item")
        }
        if Set(marks.map(\.purchase)).count > 100 { world.complain("\(self) sends more than 100 purchases") }
        for mark in marks { check(mark, of: batch) }
    }

    private func check(_ sent: Mark, of batch: Batch) {
        postsOf[sent.id, default: []].append(world.now)
        let recent = postsOf[sent.id, default: []].filter { $0 > world.now - 60_000 }
        if recent.count > 20 { world.complain("\(sent.words) leaves \(recent.count) times in a minute") }
        let key = PurchaseKey(store: store, purchase: sent.purchase)
        let marks = (try? cache.read { try $0.marks(of: key) }) ?? []
        let stored = marks.first { $0.id == sent.id }
        if stored?.attempt?.request != batch.request {
            world.complain("\(sent.words) leaves before that is durable")
        }
        let earlier = marks.filter { $0.id < sent.id && $0.item == sent.item && $0.state.isOnItsWay }
        let beside = marks.filter { $0.state.isInFlight && $0.attempt?.request != batch.request }
        if let first = beside.first {
            world.complain("\(sent.words) leaves while \(first.words) is on its way")
        }
        if let first = earlier.first { world.complain("\(sent.words) overtakes \(first.words)") }
        checkReading(sent)
    }

    private func checkReading(_ sent: Mark) {
        let read = rowRead[sent.purchase] ?? .min
        if read < world.now - 31_000 { world.complain("\(sent.words) leaves without a fresh read") }
        let known = Set(basedOn[sent.id, default: sent.basis].entries.map(\.at))
        let foreign = world.server.rows[sent.purchase]?.entries.first {
            $0.origin.box != number && $0.fulfillment.item == sent.item && $0.visibleAt <= read
                && !known.contains($0.fulfillment.at)
        }
        if foreign != nil, stored(sent)?.attempts == 1, !hasLookalike(sent) {
            world.complain("\(sent.words) leaves although somebody else marked the item")
        }
    }

    private func stored(_ mark: Mark) -> Mark? { try? cache.read { try $0.mark(mark.id) } }

    /// Another mark of this box may have been taken for the foreign entry.
    private func hasLookalike(_ sent: Mark) -> Bool {
        let key = PurchaseKey(store: store, purchase: sent.purchase)
        let marks = (try? cache.read { try $0.marks(of: key) }) ?? []
        return marks.contains { $0.item == sent.item && $0.id != sent.id && $0.attempts > 0 }
    }

    // MARK: The end

    /// Nothing on its way, but what waits for a person's word.
    func isSettled() throws -> Bool {
        try cache.read { reader in
            let open = try reader.openMarks(in: store)
            return open.allSatisfy { $0.state == .attention || waits($0, among: open) }
        }
    }

    /// An undo of what only a person can settle, or what stands behind one.
    func waits(_ mark: Mark, among open: [Mark]) -> Bool {
        guard mark.state == .queued else { return false }
        return open.contains { other in
            guard other.id <= mark.id, other.purchase == mark.purchase, other.item == mark.item,
                case .mark(let target) = other.takesBack
            else { return false }
            return open.contains { $0.id == target && $0.state == .attention }
        }
    }

    func readEverything() throws {
        if world.isRace {
            let page = try shelved(world.server.racePage(after: nil, since: nil, size: 1_000, now: world.now))
            return try outbox.absorb(page.purchases, began: now, now: now)
        }
        let purchases = (1...1_000).lazy.map { page in
            self.world.server.page(PurchasesRequest(page: page), now: self.world.now).purchases
        }.prefix { !$0.isEmpty }.flatMap(\.self)
        try outbox.absorb(Array(purchases), began: now, now: now)
        try world.mutation?.afterAbsorbing(self)
    }
}

extension SyncSchedule {
    /// The worlds are small; their stores are read as large ones are, with incremental passes.
    fileprivate static let ofALargeStore: SyncSchedule = {
        var schedule = SyncSchedule()
        schedule.smallStore = 0
        return schedule
    }()
}
