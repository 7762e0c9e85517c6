import APIs
import Cache
import Model
import Services
import Settings

/// One pass for one store from the command line: by this process, or by the one that leads.
struct StoreSync {
    let bench: Bench
    let open: OpenStore
    let network: Network
    /// Somebody asked for a sync, and has time for more than the list; without, it may be broken off.
    var isWhole = false

    /// - Throws: ``Stop`` with 69 or 77 where the store cannot be read.
    func run(full: Bool = false) async throws -> SyncReport {
        let leader = try client().map { bench.leader(of: open, client: $0) }
        if try await mayLead(leader, full: full), let leader { try await lead(leader, full: full) }
        return try report()
    }

    /// Nil where another leads, who needs no credentials of ours.
    private func client() throws -> StoreClient? {
        do {
            if let client = try bench.client(of: open, network) { return client }
        } catch let error as ConfigError {
            if bench.isLed(open) { return nil }
            throw error
        }
        if bench.isLed(open) { return nil }
        throw Stop(.configuration, "There are no credentials for \(open.store.name) in the configuration.")
    }

    private func lead(_ leader: Leader, full: Bool) async throws {
        defer { leader.release() }
        while true {
            do {
                return try await leader.syncOnce(full ? .full : nil, isWhole: isWhole)
            } catch let failure as SyncFailure {
                guard let seconds = pause(after: failure) else {
                    throw Stop(failure, open)
                }
                Console.tell("\(open.store.name): \(failure.failure.words) On in \(seconds) s.")
                try await Task.sleep(for: .seconds(seconds))
            }
        }
    }

    /// Where every order is a call of its own, a pass may take several minutes' worth of calls.
    private func pause(after failure: SyncFailure) -> Int? {
        guard open.takesIDs, case .throttled(let seconds, _) = failure.failure else { return nil }
        return max(1, min(120, seconds ?? 60))
    }

    /// While another process leads, it is asked to read; when it goes, we lead.
    ///
    /// - Returns: false where another has read the store since.
    private func mayLead(_ leader: Leader?, full: Bool) async throws -> Bool {
        if try leader?.tryToLead() == true { return true }
        let asked = try bench.cache.write { try $0.askForPass(of: open.store.id, isFull: full) }
        let other = try facts().leader ?? "another process"
        Console.tell("\(other) leads \(open.store.name), and is asked to read it.")
        let bell = Doorbell()
        let observation = bench.cache.observe { _ in bell.ring() }
        defer { withExtendedLifetime(observation) {} }
        let clock = ServiceClock.system
        let began = clock.now()
        let deadline = began + 90_000
        while try leader?.tryToLead() != true {
            try Task.checkCancellation()
            let outcome = try bench.cache.read {
                try $0.outcome(ofAskedPass: asked, of: open.store.id)
            }
            if outcome == .done { return false }
            if outcome == .failed, let stop = try trouble(of: other) { throw stop }
            if clock.now() >= began + bench.configuration.timing.stoppedAfter.inMilliseconds,
                let held = HeldLine(open, bench)
            {
                throw Stop(.unreachable, held.sentence)
            }
            if clock.now() >= deadline {
                throw Stop(
                    .unreachable,
                    "\(other) did not read \(open.store.name) within 90 s; `shipdesk doctor` says what is in "
                        + "the way.")
            }
            clock.alarm(min(deadline, clock.now() + 250), bell)
            await bell.wait()
        }
        return true
    }

    /// Why the process that leads cannot read the store, as far as it says so.
    private func trouble(of other: String) throws -> Stop? {
        switch try facts().phase {
        case .paused(let why): Stop(.refused, "\(open.store.name) refuses \(other): \(why)")
        case .throttled(let until):
            Stop(
                .unreachable,
                "\(open.store.name) asked us to wait; \(other) reads it in \(seconds(until: until)) s.")
        case .offline(let why, _): Stop(.unreachable, "\(open.store.name) cannot be read by \(other): \(why)")
        default: nil
        }
    }

    private func seconds(until due: Int64) -> Int64 { max(1, due - ServiceClock.system.now() / 1_000) }

    private func facts() throws -> StoreFacts { try bench.cache.read { try $0.facts(of: open.store.id) } }

    private func report() throws -> SyncReport {
        try bench.cache.read { reader in
            let aside = try reader.setAsideRows(of: open.store.id)
            // Whoever is about something else hears only of what is missing.
            let told = aside.filter { isWhole || SetAside.isUnreadable($0) }
            told.forEach { Console.tell("\(open.store.name): \($0)") }
            return SyncReport(
                store: open.store.name, purchases: try reader.counts(of: open.store.id)[.all],
                set_aside: aside)
        }
    }
}

extension Stop {
    init(_ failure: SyncFailure, _ open: OpenStore) {
        let said = failure.failure.words
        let words = said.hasSuffix(".") ? String(said.dropLast()) : said
        let store = open.store.name
        switch failure.failure {
        // The words tell how to log in.
        case .refused where open.isByLogin: self.init(.refused, "\(store) is not open to us. \(said)")
        case .refused:
            self.init(
                .refused, "\(store) refused the credentials: \(words). Check them in the configuration.")
        default: self.init(.unreachable, "\(store) cannot be read: \(words).")
        }
    }
}
