import Model

extension OutboxScreen {
    package var title: String {
        switch scope {
        case .open: "Outbox: what is open"
        case .all: "Outbox: every mark"
        case .action(let id): "Outbox: action \(id)"
        }
    }

    /// The story of the mark under the cursor.
    package func story(in surroundings: Surroundings) -> String {
        current.map { $0.story(in: surroundings, among: rows) } ?? ""
    }
}

extension OutboxRow {
    /// One word for where it stands; an alarm weighs more than that the store has it.
    package var stateWords: String {
        switch alarms.first?.reason {
        case .landedLate? where mark.state == .confirmed: "one too many"
        case .shippedElsewhere? where mark.state == .confirmed: "sent twice?"
        case .unlisted? where mark.state == .confirmed: "not listed"
        default: takenBack >= mark.quantity && takenBack > 0 ? "taken back" : mark.state.words
        }
    }

    /// What has become of it, what will happen next and when, and what keeps it from happening.
    ///
    /// - Parameter rows: the outbox around it, in which may stand what it waits for.
    package func story(in surroundings: Surroundings, among rows: [OutboxRow] = []) -> String {
        let clock = surroundings.clock
        let warnings = alarms.map { "\($0.reason.sentence) \($0.words)" }
        if !warnings.isEmpty { return warnings.joined(separator: " ") }
        if mark.state == .queued, let blocker = blocker(among: rows) {
            return "It waits for mark \(blocker.mark.id) of the same purchase, which is "
                + "\(blocker.mark.state.words)."
        }
        if mark.state == .confirmed, mark.reason == nil,
            let words = surroundings.store(mark.store)?.capabilities.keptWords
        {
            return words
        }
        let story = mark.story(prospect, clock, isKept: surroundings.keeps(mark.store))
        guard mark.state == .queued || mark.state == .unknown,
            let health = surroundings.health.first(where: { $0.store == mark.store }),
            let obstacle = health.obstacle(
                clock,
                named: surroundings.stores.count > 1 ? surroundings.storeName(mark.store) : "The store")
        else { return story }
        return "\(obstacle) \(story)"
    }

    /// Marks of one purchase leave when nothing of it is on the wire or unknown, those of one item in the
    /// order made, and an undo after what it takes back.
    private func blocker(among rows: [OutboxRow]) -> OutboxRow? {
        let others = rows.filter {
            $0.mark.store == mark.store && $0.mark.purchase == mark.purchase && $0.mark.id != mark.id
        }
        return others.first { [.sending, .unknown].contains($0.mark.state) }
            ?? others.last { $0.mark.state == .queued && $0.mark.item == mark.item && $0.mark.id < mark.id }
    }
}
