import Model

extension StatusFact {
    /// What is wrong comes first, then what is going on, then how fresh it is.
    static func all(_ health: [StoreHealth], in surroundings: Surroundings) -> [StatusFact] {
        let phases = health.compactMap { phase($0, named: health.count > 1, in: surroundings) }
        let trouble = brief(phases.filter { [.error, .warning].contains($0.tone) })
        let busy = phases.filter { ![.error, .warning].contains($0.tone) }
        return trouble + heldUp(health) + marks(health) + busy + freshness(health, in: surroundings)
            + lead(health, in: surroundings)
    }

    /// Where several stores are in trouble, each has its word before any has its reason.
    private static func brief(_ trouble: [StatusFact]) -> [StatusFact] {
        if trouble.count < 2 { return trouble }
        return trouble.map { fact in
            var fact = fact
            fact.text = fact.brief ?? fact.text
            return fact
        }
    }

    private static func phase(
        _ health: StoreHealth, named: Bool, in surroundings: Surroundings
    ) -> StatusFact? {
        let name = named ? "\(surroundings.storeName(health.store)) " : ""
        // It stands by itself, far from the store's name.
        let of = surroundings.stores.count > 1 ? "\(surroundings.storeName(health.store)): " : ""
        let clock = surroundings.clock
        switch health.phase {
        case .idle: return nil
        case .syncing(let purchases, let expected):
            let total = expected.map { " of \(short($0))" } ?? ""
            let first = health.syncedAt == nil ? "first sync, " : ""
            return StatusFact(.busy, "\(name)\(first)\(short(purchases))\(total) read")
        case .offline(let why, let retryAt):
            let wait = retryAt.flatMap { $0 > clock.now ? " (again in \($0 - clock.now) s)" : nil } ?? ""
            return StatusFact(
                .warning, "\(name)offline\(wait): \(withoutStop(why))", brief: "\(name)offline\(wait)",
                reason: of + why)
        case .paused(let why):
            return StatusFact(
                .error, "\(name)paused: \(withoutStop(why))", brief: "\(name)paused",
                reason: "\(of)\(withoutStop(why)). Mend the credentials: nothing leaves until then.")
        case .throttled(let until):
            return StatusFact(.warning, "\(name)told to wait \(max(0, until - clock.now)) s")
        }
    }

    private static func marks(_ health: [StoreHealth]) -> [StatusFact] {
        let unknown = health.reduce(0) { $0 + $1.unknown }
        var facts: [StatusFact] = []
        if unknown > 0 { facts.append(StatusFact(.warning, counted(unknown, .unknown))) }
        let waiting =
            [(health.reduce(0) { $0 + $1.queued }, MarkState.queued)]
            + [(health.reduce(0) { $0 + $1.sending }, .sending)]
        let words = waiting.filter { $0.0 > 0 }.map { counted($0, $1) }
        if !words.isEmpty { facts.append(StatusFact(.busy, words.joined(separator: ", "))) }
        return facts
    }

    /// `2 queued`: the outbox's own words.
    private static func counted(_ number: Int, _ state: MarkState) -> String {
        "\(short(number)) \(state.words)"
    }

    private static func freshness(_ health: [StoreHealth], in surroundings: Surroundings) -> [StatusFact] {
        var facts: [StatusFact] = []
        // How old a list is that nobody reads does not tell how fresh the others are.
        let read = health.filter { $0.isLed || $0.syncedAt != nil }
        let synced = read.compactMap(\.syncedAt)
        if let oldest = synced.min(), synced.count == read.count {
            facts.append(StatusFact(.plain, "synced \(surroundings.clock.moment(of: oldest))"))
        } else if !health.isEmpty, !health.contains(where: \.isSyncing) {
            facts.append(StatusFact(.plain, "not synced yet"))
        }
        let aside = health.reduce(0) { $0 + $1.setAside }
        if aside > 0 { facts.append(StatusFact(.warning, "\(short(aside)) unreadable")) }
        return facts
    }

    /// Reasons from elsewhere are sentences; here they stand between other words.
    private static func withoutStop(_ words: String) -> String {
        words.hasSuffix(".") ? String(words.dropLast()) : words
    }

    private static func heldUp(_ health: [StoreHealth]) -> [StatusFact] {
        let leaders = Set(health.filter(\.isHeldUp).map { $0.leader ?? "another process" })
        return leaders.sorted().map { StatusFact(.error, "\($0) is stopped and holds the line") }
    }

    private static func lead(_ health: [StoreHealth], in surroundings: Surroundings) -> [StatusFact] {
        let others = Set(health.filter { !$0.isLeader && !$0.isHeldUp }.compactMap(\.leader))
        let led = others.sorted().map { StatusFact(.plain, "\($0) sends") }
        let alone = health.filter { !$0.isLed }.map(\.store)
        guard let first = alone.first else { return led }
        let whom = alone.count > 2 ? "\(alone.count) stores" : surroundings.names(of: alone)
        let why = surroundings.strangers[first].map { why in
            "Nobody on this box reads \(surroundings.storeName(first)) or sends for it. \(why)"
        }
        let words = health.count == 1 ? "nobody sends" : "nobody sends for \(whom)"
        return [StatusFact(.warning, words, reason: why)] + led
    }
}

extension StoreHealth {
    package var isSyncing: Bool { if case .syncing = phase { true } else { false } }
}
