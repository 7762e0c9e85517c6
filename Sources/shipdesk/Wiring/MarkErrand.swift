import APIs
import Cache
import Model
import Services
import Settings
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// A command that marks something: checks, accepts, waits until it took effect, and says what came of it.
struct MarkErrand {
    let bench: Bench
    let waiting: WaitOptions
    private var marker: Marker { Marker(cache: bench.cache) }

    /// For so long a command waits, in milliseconds.
    private static let patience: Int64 = 60_000

    /// - Parameter onlyLooks: nothing will be marked, which a station that only reads may do too.
    init(options: GlobalOptions, waiting: WaitOptions, onlyLooks: Bool = false) throws {
        bench = try Bench.open(options)
        self.waiting = waiting
        if options.readOnly, !onlyLooks { throw Stop(.refused, "--read-only: nothing is marked.") }
    }

    /// - Throws: ``Stop`` where a purchase is not known, not even to its store.
    func lines(_ targets: [Target]) async throws -> [MarkLine] {
        try await Lookup(bench: bench).lines(targets)
    }

    func submit(_ request: MarkRequest) async throws {
        let stores = Set(request.lines.map(\.key.store))
        try await seeThrough(of: stores) {
            try Finality.asking(isMeant: request.isFinalMeant) { isMeant in
                var request = request
                request.isFinalMeant = isMeant
                return try marker.submit(request, now: ServiceClock.system.now())
            }
        }
    }

    /// - Parameter isFinalMeant: `--final` was written.
    func undo(action: String, isFinalMeant: Bool) async throws {
        guard let number = Int64(action) else { throw Refusals([.unknownAction(action)]) }
        let marks = try bench.cache.read { try $0.marks(inAction: ActionID(number)) }
        try await seeThrough(of: Set(marks.map(\.store))) {
            try Finality.asking(isMeant: isFinalMeant) { isMeant in
                try marker.undo(
                    ActionID(number), by: bench.author, isFinalMeant: isMeant,
                    now: ServiceClock.system.now())
            }
        }
    }

    /// Whatever can be wrong with the configuration shows before anything is accepted.
    ///
    /// - Parameters:
    ///   - stores: those that are marked; nil where only accepting tells.
    ///   - rows: of the file that the marks came from; nil where they came from no file.
    func seeThrough(
        of stores: Set<StoreID>? = nil, rows: () -> [ImportRowJSON]? = { nil },
        _ accept: () throws -> Accepted
    ) async throws {
        try await bench.withNetwork { network in
            let clients = waiting.noWait ? [] : try bench.clients(network: network, of: stores)
            let accepted = try accept()
            let marks = waiting.noWait ? accepted.marks : try await settle(accepted.marks, clients)
            try report(marks, rows: rows())
            try warn(of: marks)
            if marks.contains(where: { $0.state.isOnItsWay }) {
                Console.tell("Accepted, and durable; not everything is confirmed yet. Do not repeat it.")
                throw ExitStatus.pending.code
            }
            if marks.contains(where: \.wantsAPerson) { throw ExitStatus.unsettled.code }
        }
    }

    /// Leads where nobody does, until the marks are settled; otherwise the leader does the work.
    private func settle(
        _ marks: [Mark], _ clients: [(OpenStore, StoreClient)]
    ) async throws -> [Mark] {
        let stores = Set(marks.map(\.store))
        let ours = clients.filter { stores.contains($0.0.store.id) }
        let team = await Team(passes: false) {
            let leaders = ours.map { bench.leader(of: $0, client: $1) }
            for leader in leaders where (try? leader.tryToLead()) == true {
                try? forgetPause(of: leader.store.id)
            }
            return leaders
        }
        let attendance = bench.attendance
        attendance.arrive()
        defer { attendance.leave() }
        let end = Interruption()
        let watching = [Task { await watchSignals(team, end) }, Task { await watchLine(stores) }]
        defer { watching.forEach { $0.cancel() } }
        await team.start()
        let settled = try await marker.wait(
            for: marks.map(\.id), until: ServiceClock.system.now() + Self.patience, bell: end.bell
        ) { reader in
            try end.hasCome || stores.allSatisfy { try reader.facts(of: $0).pausedWhy != nil }
        }
        await team.stop()
        try tellPaused(stores)
        return end.hasCome ? try marker.look(at: marks.map(\.id)) : settled
    }

    /// Whoever is told to end before its marks are settled lets go of the lead and says how they stand.
    private func watchSignals(_ team: Team, _ end: Interruption) async {
        for await number in Signals.watch([SIGTSTP, SIGTERM, SIGINT, SIGHUP]) {
            if number == SIGTSTP { await team.pause(bench.cache) } else { end.come() }
        }
    }

    /// Says so where the process that would send is stopped.
    private func watchLine(_ stores: Set<StoreID>) async {
        try? await Task.sleep(for: bench.configuration.timing.stoppedAfter)
        var told: Set<BoxProcess> = []
        while !Task.isCancelled {
            for line in stores.compactMap({ bench.store($0) }).compactMap({ HeldLine($0, bench) })
            where told.insert(line.process).inserted { Console.tell(line.sentence) }
            try? await Task.sleep(for: .seconds(1))
        }
    }

    private func tellPaused(_ stores: Set<StoreID>) throws {
        for store in stores {
            guard let why = try bench.cache.read({ try $0.facts(of: store).pausedWhy }) else { continue }
            Console.tell("The store refuses the credentials (\(why)): the marks wait until that is mended.")
        }
    }

    /// Whether the store refuses us is found out anew: what an earlier leader was told may be mended.
    private func forgetPause(of store: StoreID) throws {
        try bench.cache.write { writer in
            var facts = try writer.facts(of: store)
            guard facts.pausedWhy != nil else { return }
            facts.pausedWhy = nil
            try writer.setFacts(facts, of: store)
        }
    }

    /// What a person has to take note of now, before a parcel leaves.
    private func warn(of marks: [Mark]) throws {
        let ours = Set(marks.map(\.id))
        let keys = Set(marks.map { PurchaseKey(store: $0.store, purchase: $0.purchase) })
        for key in keys {
            for alarm in try bench.cache.read({ try $0.alarms(of: key) })
            where alarm.mark.map(ours.contains) == true {
                Console.tell("Purchase \(key.purchase): \(alarm.reason.sentence) \(alarm.words)")
            }
        }
    }

    /// Nobody shall think that the store knows.
    private func tellKept(_ marks: [Mark]) {
        let confirmed = marks.filter { $0.state == .confirmed }
        let keeping = Set(confirmed.map(\.store)).compactMap { bench.store($0)?.store }
        for store in keeping where !store.capabilities.marksLeave {
            Console.tell("Kept on this box: \(store.name) takes no marks.")
        }
    }

    /// Of values, one undo takes back the newest: what it leaves is not to be forgotten.
    private func tellStanding(_ undos: [Mark]) throws {
        let keys = Set(
            undos.filter { $0.verb == .undo && $0.sets != nil }
                .map { PurchaseKey(store: $0.store, purchase: $0.purchase) })
        for key in keys.sorted(by: { $0.purchase.text < $1.purchase.text }) {
            let all = try bench.cache.read { try $0.marks(of: key) }
            let gone = Set(all.filter { $0.verb == .undo }.compactMap(\.takesBack))
            let standing = all.filter {
                $0.verb != .undo && $0.state == .confirmed && !gone.contains(.mark($0.id))
            }
            if standing.isEmpty { continue }
            let actions = standing.reversed().map { "\($0.action)" }.joined(separator: ", ")
            let marks = standing.count == 1 ? "mark" : "marks"
            let stand = standing.count == 1 ? "stands (action" : "stand (actions"
            Console.tell(
                "\(key.purchase): \(standing.count) earlier \(marks) of this box \(stand) \(actions)); "
                    + "`shipdesk undo --action N` takes one back.")
        }
    }

    private func canBeTakenBack(_ mark: Mark) -> Bool {
        guard mark.verb != .undo, mark.state == .confirmed || mark.state.isOpen else { return false }
        guard let sets = mark.sets, let rules = bench.store(mark.store)?.store.valueRules else { return true }
        return rules.mayBeTakenBack(sets)
    }

    private func report(_ marks: [Mark], rows: [ImportRowJSON]?) throws {
        let entries = marks.map { EntryJSON($0, storeName: bench.store($0.store)?.store.name ?? "") }
        tellKept(marks)
        if waiting.json { return Console.result(try jsonLine(EntriesJSON(entries: entries, rows: rows))) }
        for (mark, entry) in zip(marks, entries) {
            let why = entry.error.map { ": \($0)" } ?? ""
            let names = mark.sets?.names.joined(separator: ", ") ?? "values"
            let what = entry.quantity == 0 ? names : "item \(entry.item): \(entry.quantity)"
            Console.say("\(entry.purchase) \(what) \(entry.state)\(why)")
        }
        try tellStanding(marks)
        if let action = entries.first?.action, marks.contains(where: canBeTakenBack) {
            Console.tell("Action \(action); `shipdesk undo --action \(action)` takes it back.")
        }
    }
}

extension Mark {
    /// What was wanted did not come about. An undo is dropped where there is nothing left to take back.
    fileprivate var wantsAPerson: Bool {
        [.conflict, .failed, .attention].contains(state) || (state == .dropped && verb != .undo)
    }
}

/// Somebody wants the command to end.
private final class Interruption: Sendable {
    let bell = Doorbell()
    private let state = Mutex(false)

    var hasCome: Bool { state.withLock { $0 } }

    func come() {
        state.withLock { $0 = true }
        bell.ring()
    }
}
