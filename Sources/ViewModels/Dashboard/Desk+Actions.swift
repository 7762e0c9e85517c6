import Model

// What was done, taken back or is leaving last: looked for in the outbox, then asked about.

extension Desk {
    /// `U` works wherever purchases and marks are shown.
    func asksToRedo(_ chord: Chord) -> Bool {
        let keymap = surroundings.keymap
        guard keymap.intent(chord) == ListIntent.redo else { return false }
        switch stack.last {
        case .detail: return keymap.intent(chord, as: DetailIntent.self) == nil
        case .outbox: return keymap.intent(chord, as: OutboxIntent.self) == nil
        case .log: return keymap.intent(chord, as: LogIntent.self) == nil
        default: return false
        }
    }

    /// `u` in the log takes back the whole action that a line was part of; nil for other keys.
    func undoingFromLog(_ chord: Chord) -> Outcome? {
        let keymap = surroundings.keymap
        guard case .log(let log)? = stack.last, keymap.intent(chord) == ListIntent.undo,
            keymap.intent(chord, as: LogIntent.self) == nil
        else { return nil }
        if let why = surroundings.whyReadOnly { return .say(.warning, why) }
        guard let action = log.action else { return .say(.warning, "This line is about no action.") }
        return .push(.confirm(.undoing(action)))
    }

    func look(for purpose: ActionPurpose) -> Outcome {
        if let why = surroundings.whyReadOnly { return .say(.warning, why) }
        if stack.last?.isQuestion == true { return .nothing }
        return Outcome(
            effects: [.cache(.action(purpose, by: surroundings.author.station))],
            notice: .pending(purpose.presentWords))
    }

    mutating func found(_ action: ActionSummary?, for purpose: ActionPurpose) -> Outcome {
        if notice?.isPending == true, behind.isEmpty { notice = nil }
        guard let action else { return .say(.warning, purpose.words) }
        if stack.last?.isQuestion == true { return .nothing }
        switch purpose {
        case .undo:
            return .push(
                .confirm(
                    .undoing(
                        action.id, action.words(surroundings.clock), of: action.purchases,
                        isKept: action.stores.allSatisfy(surroundings.keeps))))
        case .redo: return .push(.confirm(.redoing(action, clock: surroundings.clock)))
        case .stop: return .push(.confirm(.stopping(action, clock: surroundings.clock)))
        }
    }

    /// Scan-to-ship stands on the list, alone.
    mutating func scanToShip() -> Outcome {
        if isScanning { return .nothing }
        stack = []
        return .push(.scanToShip(ScanToShip(verifies: surroundings.scanning.verifies)))
    }
}

extension ActionPurpose {
    /// While it is looked for.
    fileprivate var presentWords: String {
        switch self {
        case .undo: "Looking for what was marked last…"
        case .redo: "Looking for what was taken back last…"
        case .stop: "Looking for what has not left…"
        }
    }

    /// Why there is nothing.
    fileprivate var words: String {
        switch self {
        case .undo: "Nothing that was marked at this station still stands."
        case .redo: "Nothing that was taken back at this station waits to be marked again."
        case .stop: "Nothing is waiting to leave: all of it has left, or is on its way."
        }
    }
}

extension ActionSummary {
    /// `9 items of 3 purchases, 14:02`.
    func words(_ clock: Clock) -> String {
        "\(counted(items, "item")) of \(counted(purchases, "purchase")), \(clock.moment(of: at / 1000))"
    }
}

extension Confirmation {
    static func redoing(_ action: ActionSummary, clock: Clock) -> Confirmation {
        Confirmation(
            "Mark again",
            lines: [
                ConfirmationLine(action.words(clock), .strong),
                ConfirmationLine("Action \(action.id) took it back. The same items, tracking numbers, dates"),
                ConfirmationLine("and addresses are marked anew, with the usual checks."),
            ], question: "Mark all of it again?", deed: .redo(action.id)
        ).about(action.purchases, saying: "Marking \(action.words(clock)) again…")
    }

    static func stopping(_ action: ActionSummary, clock: Clock) -> Confirmation {
        Confirmation(
            "Stop action \(action.id)",
            lines: [
                ConfirmationLine(action.words(clock), .strong),
                ConfirmationLine("\(counted(action.queued, "mark")) did not leave yet: dropped, not sent."),
                ConfirmationLine("What has left stays; undo takes it back."),
            ], question: "Stop what has not left?", deed: .stop(action.id)
        ).about(action.purchases, saying: "Stopping \(counted(action.queued, "mark"))…")
    }
}
