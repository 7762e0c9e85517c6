import Model

extension Mark {
    /// What has become of it, what will happen next and when, or what only a person can do: plain words.
    ///
    /// - Parameter isKept: its store takes no marks: it never leaves this box.
    package func story(_ prospect: Prospect?, _ clock: Clock, isKept: Bool = false) -> String {
        switch state {
        case .queued where isKept: keptStory(prospect, clock)
        case .queued: queuedStory(prospect, clock)
        case .sending where isKept: "It is being written down on this box right now. Nothing to do."
        case .sending: "It is on its way to the store right now. Nothing to do."
        case .confirmed where isKept: reason ?? "It is kept on this box."
        case .confirmed: reason ?? "The store has it."
        case .conflict where isKept:
            "\(reason ?? "Something changed at the store.") It does not count: retry or drop it."
        case .conflict: "\(reason ?? "Something changed at the store.") It was not sent: retry or drop it."
        case .failed: "The store refused it: \(reason ?? "no reason given") Retry or drop it."
        case .unknown: unknownStory(prospect, clock)
        case .attention:
            "\(reason ?? "Its outcome is not certain.") shipdesk cannot find out: only you can settle it."
        case .dropped where isKept: reason ?? "It was dropped and does not count."
        case .dropped: reason ?? "It was dropped and not sent."
        }
    }

    private func keptStory(_ prospect: Prospect?, _ clock: Clock) -> String {
        let wait = (prospect?.sendFrom ?? notBefore).flatMap(clock.countdown) ?? "next"
        let why = reason.map { " \($0)" } ?? ""
        return "It is safe on this box and is checked with the store's list \(wait).\(why)"
    }

    private func queuedStory(_ prospect: Prospect?, _ clock: Clock) -> String {
        let why = reason.map { " \($0)" } ?? ""
        guard let wait = (prospect?.sendFrom ?? notBefore).flatMap(clock.countdown) else {
            return "It is safe on this box and leaves next.\(why)"
        }
        return "It is safe on this box and leaves \(wait).\(why)"
    }

    private func unknownStory(_ prospect: Prospect?, _ clock: Clock) -> String {
        let why = reason.map { " \($0)" } ?? ""
        let start =
            "No clear answer came, so nobody knows yet whether the store has it; it counts as shipped.\(why)"
        guard let prospect else { return "\(start) The store is read again until it is known." }
        let read = prospect.readAt.flatMap(clock.countdown).map { "is read again \($0)" } ?? "is being read"
        let again = prospect.sendFrom.flatMap { instant in
            clock.countdown(to: instant).map { "not before \(clock.time(of: instant / 1000)) (\($0))" }
        }
        return "\(start) The store \(read). If it does not show there, it is sent again, "
            + "\(again ?? "once two reads agree"). Nothing to do: do not ship it a second time."
    }
}

extension StoreHealth {
    /// What keeps a store's marks from leaving, in a sentence; nil where nothing does.
    ///
    /// - Parameter name: of the store, where there are several.
    package func obstacle(_ clock: Clock, named name: String = "The store") -> String? {
        switch phase {
        case .offline(let why, let retryAt):
            let again = retryAt.flatMap { clock.countdown(to: $0 * 1000) }.map { " Tried again \($0)." } ?? ""
            return "\(name) cannot be reached: \(why)\(again)"
        case .paused(let why):
            return "\(name) refuses the credentials: \(why) Nothing leaves until they are mended."
        case .throttled(let until):
            return clock.countdown(to: until * 1000).map { "\(name) told us to wait; it goes on \($0)." }
        case .idle, .syncing:
            return isLed ? nil : "Nobody on this box sends for this store now: start a dashboard or an agent."
        }
    }
}
