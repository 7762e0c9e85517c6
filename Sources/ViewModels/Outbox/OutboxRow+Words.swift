import Model

extension OutboxScreen {
    package var title: String {
        switch scope {
        case .open: "Outbox: what is open"
        case .all: "Outbox: every mark"
        case .action(let id): "Outbox: action \(id)"
        }
    }
}

extension MarkState {
    /// As people read it.
    package var shortWords: String {
        switch self {
        case .queued: "waiting"
        case .sending: "being sent"
        case .confirmed: "confirmed"
        case .conflict: "stopped"
        case .failed: "refused"
        case .unknown: "not known"
        case .attention: "needs you"
        case .dropped: "dropped"
        }
    }
}

extension OutboxRow {
    /// What has become of it, what will happen next, and when: plain words.
    package func story(_ clock: Clock) -> String {
        switch mark.state {
        case .queued: queuedStory(clock)
        case .sending: "It is on its way to the store."
        case .confirmed: mark.reason ?? "The store has it."
        case .conflict:
            "\(mark.reason ?? "Something changed at the store.") It was not sent: retry or drop it."
        case .failed: "The store said: \(mark.reason ?? "no"). Retry or drop it."
        case .unknown: unknownStory(clock)
        case .attention: "\(mark.reason ?? "Its outcome is not certain.") Look at the store, then settle it."
        case .dropped: mark.reason ?? "It was dropped and not sent."
        }
    }

    private func queuedStory(_ clock: Clock) -> String {
        let why = mark.reason.map { " (\($0))" } ?? ""
        guard let at = mark.notBefore, at / 1000 > clock.now else { return "It leaves next\(why)." }
        return "It leaves in \(at / 1000 - clock.now) s\(why)."
    }

    /// Waits as the exactly-once protocol sets them.
    private func unknownStory(_ clock: Clock) -> String {
        let start = "No clear answer came; it may have arrived, so it counts as shipped."
        guard let attempt = mark.attempt, !attempt.wasAnswered else {
            return "\(start) The store is being asked now."
        }
        let sure = max(attempt.sentAt + 40_000, (attempt.failedAt ?? attempt.sentAt) + 5000) / 1000
        let next =
            sure > clock.now
            ? "The store is asked again from \(clock.time(of: sure)) (in \(sure - clock.now) s)"
            : "The store is being asked again"
        return "\(start) \(next); it is sent again only if two readings do not show it."
    }
}
