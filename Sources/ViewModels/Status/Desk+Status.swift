import Model

extension Desk {
    /// The header: the store that the list shows, and how it is doing.
    package var status: StatusLine {
        let shown = surroundings.health.filter { list.query.store == nil || $0.store == list.query.store }
        return StatusLine(
            store: storeWords, station: surroundings.author.station, isDemo: surroundings.isDemo,
            isReadOnly: surroundings.isReadOnly, facts: StatusFact.all(shown, in: surroundings))
    }

    private var storeWords: String {
        if let store = list.query.store { return surroundings.storeName(store) }
        return surroundings.stores.count == 1 ? surroundings.stores[0].name : "all stores"
    }
}

extension StatusFact {
    /// What is wrong comes first, then what is going on, then how fresh it is.
    static func all(_ health: [StoreHealth], in surroundings: Surroundings) -> [StatusFact] {
        let phases = health.compactMap { phase($0, named: health.count > 1, in: surroundings) }
        let trouble = phases.filter { [.error, .warning].contains($0.tone) }
        let busy = phases.filter { ![.error, .warning].contains($0.tone) }
        return trouble + marks(health) + busy + freshness(health, in: surroundings) + lead(health)
    }

    private static func phase(
        _ health: StoreHealth, named: Bool, in surroundings: Surroundings
    ) -> StatusFact? {
        let name = named ? "\(surroundings.storeName(health.store)) " : ""
        let clock = surroundings.clock
        switch health.phase {
        case .idle: return nil
        case .syncing(let purchases, let expected):
            let of = expected.map { " of \(short($0))" } ?? ""
            return StatusFact(.busy, "\(name)reading \(short(purchases))\(of)")
        case .offline(let why, let retryAt):
            let again = retryAt.map { $0 > clock.now ? ", again in \($0 - clock.now) s" : "" } ?? ""
            return StatusFact(.warning, "\(name)offline: \(why)\(again)")
        case .paused(let why): return StatusFact(.error, "\(name)paused: \(why)")
        case .throttled(let until):
            return StatusFact(.warning, "\(name)told to wait \(max(0, until - clock.now)) s")
        }
    }

    private static func marks(_ health: [StoreHealth]) -> [StatusFact] {
        let unknown = health.reduce(0) { $0 + $1.unknown }
        let sending = health.reduce(0) { $0 + $1.sending } - unknown
        var facts: [StatusFact] = []
        if unknown > 0 { facts.append(StatusFact(.warning, "\(short(unknown)) not known")) }
        if sending > 0 { facts.append(StatusFact(.busy, "\(short(sending)) sending")) }
        return facts
    }

    private static func freshness(_ health: [StoreHealth], in surroundings: Surroundings) -> [StatusFact] {
        var facts: [StatusFact] = []
        let synced = health.compactMap(\.syncedAt)
        if let oldest = synced.min(), synced.count == health.count {
            facts.append(StatusFact(.plain, "synced \(surroundings.clock.moment(of: oldest))"))
        } else if !health.isEmpty {
            facts.append(StatusFact(.plain, "not synced yet"))
        }
        let aside = health.reduce(0) { $0 + $1.setAside }
        if aside > 0 { facts.append(StatusFact(.warning, "\(short(aside)) unreadable")) }
        return facts
    }

    private static func lead(_ health: [StoreHealth]) -> [StatusFact] {
        if health.contains(where: { $0.leader == nil && !$0.isLeader }) {
            return [StatusFact(.warning, "nobody sends")]
        }
        let others = Set(health.filter { !$0.isLeader }.compactMap(\.leader))
        return others.sorted().map { StatusFact(.plain, "\($0) sends") }
    }
}

/// A count for people: `9,204`; over 9,999 shortened, `12.3k`, `1.2M`.
package func short(_ number: Int) -> String {
    switch number {
    case ..<1000: return String(number)
    case ..<10_000:
        let rest = String(number % 1000)
        return "\(number / 1000)," + String(repeating: "0", count: 3 - rest.count) + rest
    case ..<1_000_000: return scaled(number, by: 1000) + "k"
    default: return scaled(number, by: 1_000_000) + "M"
    }
}

private func scaled(_ number: Int, by unit: Int) -> String {
    let whole = number / unit
    return whole >= 100 ? String(whole) : "\(whole).\(number % unit * 10 / unit)"
}
