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
    let client: TicketStoreClient
    let cache: Cache
    let outbox: Outbox
    let syncer: Syncer
    let clock: ServiceClock
    let station: String
    let log: Logger
    private let lock: StoreLock
    private let senderBell = Doorbell()
    private let syncBell = Doorbell()
    private let wishes = Mutex(Wishes())

    /// What people asked for since the tasks last looked.
    private struct Wishes {
        var tryAgain = false
        var pass: SyncPass.Kind?
        var isStopping = false
        var hasLostLead = false
        var batch: Batch?
    }

    /// - Parameters:
    ///   - directory: the data directory, where the lock files lie.
    ///   - station: told to the other processes' headers.
    package init(
        store: Store, client: TicketStoreClient, cache: Cache, directory: String, station: String,
        figures: ProtocolFigures = ProtocolFigures(), schedule: SyncSchedule = SyncSchedule(),
        includesCleared: Bool = false, clock: ServiceClock = .system,
        log: Logger
    ) {
        self.store = store
        self.client = client
        self.cache = cache
        self.station = station
        self.clock = clock
        self.log = log
        outbox = Outbox(cache: cache, store: store.id, figures: figures)
        syncer = Syncer(
            client: client, book: PassBook(cache: cache, outbox: outbox, schedule: schedule), clock: clock,
            includesCleared: includesCleared)
        lock = StoreLock(directory: directory, name: "store-\(store.id.number)")
    }

    package var isLeading: Bool { lock.isHeld }

    /// Leads at once if nobody else does.
    package func tryToLead() throws -> Bool { try lock.tryAcquire() }

    /// Waits until it may lead, and leads until ``stop()``; whoever loses the lead gets in line again.
    ///
    /// - Parameter passes: read the list as well as sending marks.
    package func run(passes: Bool = true) async throws {
        while !isStopping {
            if !lock.isHeld { try await lock.acquire() }
            if !isStopping { try await lead(passes: passes) }
            lock.release()
        }
    }

    private func lead(passes: Bool) async throws {
        let epoch = try outbox.takeOver(now: clock.now())
        wishes.withLock { $0.hasLostLead = false }
        try note { [station] in $0.leader = station }
        log.info("leading", metadata: ["store": "\(store.name)", "epoch": "\(epoch)"])
        let observation = cache.observe { [senderBell] change in
            if change.subjects.contains(.marks) { senderBell.ring() }
        }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.send(epoch: epoch) }
            if passes { group.addTask { await self.sync() } }
        }
        withExtendedLifetime(observation) {}
        // Where another leads by now, the name is that one's.
        if lock.isHeld, !hasLostLead { try? note { $0.leader = nil } }
    }

    /// Ends ``run(passes:)``. A request on the wire gets one second; then it is given up, its marks are
    /// unknown, and the lead is free.
    package func stop() async {
        wishes.withLock { $0.isStopping = true }
        senderBell.ring()
        syncBell.ring()
        let deadline = clock.now() + 1_000
        while wishes.withLock({ $0.batch }) != nil, clock.now() < deadline {
            try? await Task.sleep(for: .milliseconds(10))
        }
        if let batch = wishes.withLock({ $0.batch }) { try? outbox.giveUp(batch, now: clock.now()) }
        lock.release()
    }

    /// One pass and no more, by a process that leads; nil: what is due, a full one at first.
    /// - Throws: ``SyncFailure``.
    package func syncOnce(_ kind: SyncPass.Kind?) async throws {
        await learnNames()
        let facts = try cache.read { try $0.facts(of: store.id) }
        let due = syncer.book.schedule.next(after: facts, now: clock.now() / 1_000).kind
        try await syncer.run(kind ?? due)
    }

    /// Lets somebody else lead.
    package func release() { lock.release() }

    /// Reads the list now.
    package func syncNow(_ kind: SyncPass.Kind = .incremental) {
        wishes.withLock { $0.pass = kind }
        syncBell.ring()
    }

    /// Tries the credentials or the network again at once.
    package func tryAgain() {
        wishes.withLock { $0.tryAgain = true }
        senderBell.ring()
        syncBell.ring()
    }

    var isStopping: Bool { wishes.withLock { $0.isStopping } }
    private var hasLostLead: Bool { wishes.withLock { $0.hasLostLead } }
    private var isOver: Bool { wishes.withLock { $0.isStopping || $0.hasLostLead } }

    func note(_ change: (inout StoreFacts) -> Void) throws {
        try cache.write { writer in
            let before = try writer.facts(of: store.id)
            var after = before
            change(&after)
            if after != before { try writer.setFacts(after, of: store.id) }
        }
    }
}

// MARK: - Sending

extension Leader {
    private func send(epoch first: Int64) async {
        var epoch = first
        var sender = Sender(figures: outbox.figures)
        var effects = sender.handle(.woke, now: clock.now())
        while !isOver, !effects.isEmpty {
            let effect = effects.removeFirst()
            do {
                guard let event = try await perform(effect, epoch: epoch) else { continue }
                effects += sender.handle(event, now: clock.now())
                try tell(sender.obstacle)
            } catch is LeadLost {
                log.warning("another process leads", metadata: ["store": "\(store.name)"])
                wishes.withLock { $0.hasLostLead = true }
                syncBell.ring()
            } catch {
                log.error("the outbox cannot be written", metadata: ["error": "\(error)"])
                guard let next = await recover(from: epoch) else { break }
                epoch = next
                sender = Sender(figures: outbox.figures)
                effects = sender.handle(.woke, now: clock.now())
            }
        }
        for case .post(let batch) in effects { try? outbox.recall(batch, now: clock.now()) }
    }

    /// The cache cannot be written: nothing leaves until it can. What was on the wire then, and may have
    /// been answered since, is unknown, as after a take-over.
    private func recover(from epoch: Int64) async -> Int64? {
        while !isOver {
            await rest(until: clock.now() + outbox.figures.backOffMax, senderBell)
            do {
                let current = try cache.read { try $0.epoch(of: store.id) }
                if current != epoch {
                    wishes.withLock { $0.hasLostLead = true }
                    syncBell.ring()
                    return nil
                }
                return try outbox.takeOver(now: clock.now())
            } catch { continue }
        }
        return nil
    }

    private func perform(_ effect: Sender.Effect, epoch: Int64) async throws -> Sender.Event? {
        switch try outbox.perform(effect, epoch: epoch, now: clock.now()) {
        case .event(let event): return event
        case .page(let request): return try await read(request)
        case .post(let batch): return .recorded(try await post(batch))
        case .nothing: return nil
        case .sleep(let until):
            await rest(until: until, senderBell)
            return wishes.withLock { wishes in
                defer { wishes.tryAgain = false }
                return wishes.tryAgain ? .tryAgain : .woke
            }
        }
    }

    private func read(_ request: PurchasesRequest) async throws -> Sender.Event {
        let began = clock.now()
        let answer = await client.purchases(request)
        if let failure = answer.failure {
            log.warning("a read failed", metadata: ["store": "\(store.name)", "why": "\(failure.words)"])
        }
        return try outbox.took(answer, began: began, now: clock.now())
    }

    private func post(_ batch: Batch) async throws -> StoreVerdict {
        wishes.withLock { $0.batch = batch }
        let answer = await client.fulfill(FulfillmentRequest(batch))
        wishes.withLock { $0.batch = nil }
        if let failure = answer.failure {
            log.warning(
                "a request failed", metadata: ["request": "\(batch.request)", "why": "\(failure.words)"])
        }
        return try outbox.record(batch, answer, now: clock.now())
    }

    private func tell(_ obstacle: Sender.Obstacle?) throws {
        try note { facts in
            switch obstacle {
            case .paused(let words, _): facts.pausedWhy = words
            case .throttled, .unreachable, nil: facts.pausedWhy = nil
            }
            facts.phase = obstacle.map(\.phase) ?? (facts.phase?.isObstacle == true ? nil : facts.phase)
        }
    }
}

// MARK: - Syncing

extension Leader {
    private func sync() async {
        var failures = 0
        await learnNames()
        while !isOver {
            do {
                let wish = wishes.withLock { wishes in
                    defer { wishes.pass = nil }
                    return wishes.pass
                }
                let facts = try cache.read { try $0.facts(of: store.id) }
                let due = syncer.book.schedule.next(after: facts, now: clock.now() / 1_000)
                if wish == nil, due.at * 1_000 > clock.now() {
                    await rest(until: due.at * 1_000, syncBell)
                    continue
                }
                try await syncer.run(wish ?? due.kind)
                failures = 0
            } catch {
                failures += 1
                await bear(error, failures)
            }
        }
    }

    private func bear(_ error: any Error, _ failures: Int) async {
        log.warning("a pass broke off", metadata: ["store": "\(store.name)", "why": "\(error)"])
        let figures = outbox.figures
        var wait = min(60_000, figures.backOffStart << Int64(min(16, failures - 1)))
        var phase: StoreHealth.Phase?
        if let failure = (error as? SyncFailure)?.failure {
            let until = (clock.now() + wait) / 1_000
            switch failure {
            case .refused(let words):
                wait = figures.pauseProbe
                phase = .paused(why: words)
            case .throttled(let seconds, _):
                wait = seconds.map { Int64($0) * 1_000 } ?? wait
                phase = .throttled(until: (clock.now() + wait) / 1_000)
            default: phase = .offline(why: failure.words, retryAt: until)
            }
        }
        try? note { $0.phase = phase }
        await rest(until: clock.now() + wait, syncBell)
        try? note { if $0.phase == phase { $0.phase = nil } }
    }

    /// Names are a help, not a need: where the endpoint does not answer, ids are shown.
    private func learnNames() async {
        guard let info = await client.storeInfo().value, !info.names.isEmpty else { return }
        try? cache.write { try $0.setNames(info.names, of: store.id) }
    }

    private func rest(until due: Int64?, _ bell: Doorbell) async {
        if isOver { return }
        if let due { clock.alarm(due, bell) }
        await bell.wait()
    }
}
