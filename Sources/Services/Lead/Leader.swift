import APIs
import Cache
import Logging
import Model
import Synchronization

/// What one process does for one store while it leads: it syncs and sends, for everybody on this box.
///
/// Two tasks beside each other: the sender, which does what ``Sender`` says, and the passes of
/// ``Syncer``. They share nothing but the cache.
package final class Leader: Sendable {
    package let store: Store
    let channel: any StoreChannel
    let cache: Cache
    let outbox: Outbox
    let syncer: Syncer
    let clock: ServiceClock
    let station: String
    let log: Logger
    private let lock: BoxLock
    let attendance: Attendance
    let senderBell = Doorbell()
    let syncBell = Doorbell()
    let buyerBell = Doorbell()
    let wishes = Mutex(Wishes())

    /// What people asked for since the tasks last looked.
    struct Wishes {
        var tryAgain = false
        var pass: AskedHere?
        /// Unix milliseconds: marks left a moment ago, and the store is read once more then.
        var passAfterSending: Int64?
        var isStopping = false
        var hasLostLead = false
        var batch: Batch?

        /// A pass that this process' own people want.
        enum AskedHere { case whatIsDue, full }

        /// The pass that begins now is the one.
        mutating func takePass(dueBy now: Int64) -> AskedHere? {
            if let due = passAfterSending, due <= now { passAfterSending = nil }
            defer { pass = nil }
            return pass
        }
    }

    /// - Parameters:
    ///   - directory: the data directory, where the lock files lie.
    ///   - station: told to the other processes' headers.
    package init(
        store: Store, channel: any StoreChannel, cache: Cache, directory: String, station: String,
        figures: ProtocolFigures = ProtocolFigures(), schedule: SyncSchedule = SyncSchedule(),
        includesCleared: Bool = false, clock: ServiceClock = .system,
        log: Logger
    ) {
        self.store = store
        self.channel = channel
        self.cache = cache
        self.station = station
        self.clock = clock
        self.log = log
        var figures = figures
        figures.readingSize = min(figures.readingSize, channel.readingSize)
        figures.batchSize = channel.largestBatch
        var schedule = schedule
        schedule.smallStore = min(schedule.smallStore, channel.smallStore)
        outbox = Outbox(cache: cache, store: store.id, figures: figures, marksLeave: channel.marksLeave)
        syncer = Syncer(
            channel: channel, book: PassBook(cache: cache, outbox: outbox, schedule: schedule), clock: clock,
            includesCleared: includesCleared && channel.listsCleared)
        attendance = Attendance(directory: directory)
        lock = Self.lock(of: store.id, directory: directory)
    }

    package var isLeading: Bool { lock.isHeld }

    /// The process that leads a store now or led it last, as far as the lock's file says.
    package static func holder(of store: StoreID, directory: String) -> BoxProcess? {
        lock(of: store, directory: directory).holder
    }

    /// Whether any process leads the store just now. The lock tells, not the name in the cache: one that was
    /// killed leaves that behind, and one that let go may live on.
    package static func isLed(_ store: StoreID, directory: String) -> Bool {
        let lock = lock(of: store, directory: directory)
        defer { lock.release() }
        return lock.holder?.isAlive == true && (try? lock.tryAcquire()) == false
    }

    private static func lock(of store: StoreID, directory: String) -> BoxLock {
        BoxLock(directory: directory, name: "store-\(store.number)")
    }

    /// Leads at once if nobody else does.
    package func tryToLead() throws -> Bool { try lock.tryAcquire() }

    /// Waits until it may lead, and leads until ``stop()``; whoever loses the lead gets in line again, and so
    /// does one that cannot write, after a moment: another may be able to.
    ///
    /// - Parameter passes: read the list by itself, not only when somebody asks for it.
    /// - Throws: ``LockError`` where there is no line to stand in.
    package func run(passes: Bool = true) async throws(LockError) {
        while !isStopping {
            if !lock.isHeld { try await lock.acquire() }
            do {
                if !isStopping { try await lead(passes: passes) }
                lock.release()
            } catch {
                log.error("cannot lead", metadata: metadata(of: error))
                lock.release()
                await rest(until: clock.now() + outbox.figures.backOffMax, senderBell)
            }
        }
    }

    /// As ``run(passes:)``, beside the caller. Until it leads, nothing of this process wakes up for it.
    package func start(passes: Bool = true) {
        if lock.isHeld {
            Task.detached { try await self.run(passes: passes) }
        } else {
            lock.whenAcquired { [self] in
                if isStopping { lock.release() } else { Task.detached { try await self.run(passes: passes) } }
            }
        }
    }

    private func lead(passes: Bool) async throws {
        let epoch = try outbox.takeOver(now: clock.now())
        wishes.withLock { $0.hasLostLead = false }
        try note { [station] in
            $0.leader = station
            $0.forgetObstacle()
        }
        log.info("leading", metadata: ["store": "\(store.name)", "epoch": "\(epoch)"])
        let observation = cache.observe { [senderBell, syncBell] change in
            if change.subjects.contains(.marks) { senderBell.ring() }
            // Somebody else on this box may have asked for a pass.
            if !change.isOurs, change.subjects.contains(.stores) { syncBell.ring() }
        }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.send(epoch: epoch) }
            group.addTask { await self.sync(onlyAsked: !passes) }
            if passes { group.addTask { await self.learnBuyers() } }
        }
        withExtendedLifetime(observation) {}
        resign()
    }

    /// The name goes before the lock: once that is free, the name may be another's.
    private func resign() {
        if lock.isHeld, !hasLostLead { try? note { $0.leader = nil } }
    }

    /// Ends ``run(passes:)``. A request on the wire gets one second; then it is given up, its marks are
    /// unknown, and the lead is free.
    package func stop() async {
        wishes.withLock { $0.isStopping = true }
        senderBell.ring()
        syncBell.ring()
        buyerBell.ring()
        let deadline = clock.now() + 1_000
        while wishes.withLock({ $0.batch }) != nil, clock.now() < deadline {
            try? await Task.sleep(for: .milliseconds(10))
        }
        if let batch = wishes.withLock({ $0.batch }) { try? outbox.giveUp(batch, now: clock.now()) }
        resign()
        lock.release()
    }

    /// One pass and no more, by a process that leads; nil: what is due, a full one at first. Marks that can
    /// leave at once do: whoever leads sends for everybody.
    /// - Parameter isWhole: without, only the list is read, so that it may be broken off at any time; with
    ///   it, also the first few buyers that nobody was asked for yet, where the list has none.
    /// - Throws: ``SyncFailure``; ``CacheError``.
    package func syncOnce(_ kind: SyncPass.Kind?, isWhole: Bool) async throws {
        let epoch = try outbox.takeOver(now: clock.now())
        try note { $0.forgetObstacle() }
        await learnNames()
        try await pass(kind, for: try cache.read { try $0.askedPass(of: store.id) })
        guard isWhole else { return }
        try await runSender(epoch: epoch, untilIdle: true)
        try await learnSomeBuyers()
    }

    /// Lets somebody else lead.
    package func release() { lock.release() }

    /// Reads the list now.
    package func syncNow(isFull: Bool = false) {
        wishes.withLock { $0.pass = isFull ? .full : .whatIsDue }
        syncBell.ring()
    }

    /// Tries the credentials or the network again at once.
    package func tryAgain() {
        tryAgainToSend()
        syncNow()
    }

    func tryAgainToSend() {
        wishes.withLock { $0.tryAgain = true }
        senderBell.ring()
    }

    var isStopping: Bool { wishes.withLock { $0.isStopping } }
    var hasLostLead: Bool { wishes.withLock { $0.hasLostLead } }
    var isOver: Bool { wishes.withLock { $0.isStopping || $0.hasLostLead } }

    func note(_ change: (inout StoreFacts) -> Void) throws {
        try cache.write { writer in
            let before = try writer.facts(of: store.id)
            var after = before
            change(&after)
            if after != before { try writer.setFacts(after, of: store.id) }
        }
    }

    func rest(until due: Int64?, _ bell: Doorbell) async {
        if isStopping { return }
        if let due { clock.alarm(due, bell) }
        await bell.wait()
    }
}

extension StoreFacts {
    /// Whether the store refuses us, or can be reached, whoever leads finds out anew: what an earlier leader
    /// was told may be mended.
    fileprivate mutating func forgetObstacle() {
        pausedWhy = nil
        if phase?.isObstacle == true { phase = nil }
    }
}
