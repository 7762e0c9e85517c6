import Model

extension ScanToShip: StackedScreen {
    var context: KeyContext { .scanToShip }
    var screen: Screen { .scanToShip(self) }

    /// A key that types something waits until it is no part of a scan: so the keys of a scan leave no trace
    /// here, and nothing has to be put back while a mark is being made.
    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        if press.chord.isPrintable, !press.isSettled { return .waiting }
        if let intent: ScanIntent = surroundings.keymap.intent(press.chord) {
            if press.isRepeat, intent != .more, intent != .fewer { return .nothing }
            return isBusy ? ScanToShip.oneMoment : perform(intent, in: surroundings)
        }
        guard let intent: BrowsingIntent = surroundings.keymap.intent(press.chord) else { return .nothing }
        return browse(intent)
    }

    private mutating func browse(_ intent: BrowsingIntent) -> Outcome {
        switch intent {
        case .down: cursor = min(max(0, lines - 1), cursor + 1)
        case .up: cursor = max(0, cursor - 1)
        case .first: cursor = 0
        case .last: cursor = max(0, lines - 1)
        case .help, .command:
            return isBusy ? ScanToShip.oneMoment : leave(by: intent)
        case .back, .pageDown, .pageUp: break
        }
        return .nothing
    }

    /// Keys do not overtake scans.
    private static let oneMoment = Outcome.say(.info, "One moment: the last scan is still being worked on.")

    /// How many lines the cursor can be on.
    private var lines: Int {
        if case .choosing(_, let keys) = stage { return keys.count }
        return parcel?.items.count ?? 0
    }

    /// The order in hand, and the outcomes of the newest marks that are still open.
    mutating func reload(in surroundings: Surroundings) -> [Effect] {
        let open = entries.prefix(ScanToShip.followed).filter(\.isOpen).compactMap(\.action)
        let order = isBusy ? nil : parcel?.detail.key
        return open.map { .cache(.outbox(.action($0))) } + (order.map { [.cache(.detail($0))] } ?? [])
    }

    private static let followed = 50

    mutating func receive(_ answer: Answer, in surroundings: Surroundings) -> Outcome {
        switch answer {
        case .found(let text, let keys): return found(keys, by: text, in: surroundings)
        case .detail(let key, let detail): return take(detail, of: key, in: surroundings)
        case .accepted(let accepted): return self.accepted(accepted, in: surroundings)
        case .refused(let refusals): return refused(refusals.map(\.sentence), in: surroundings)
        case .failed(let words): return refused([words], in: surroundings)
        case .outbox(.action(let action), let rows): return follow(action, rows)
        default: return .nothing
        }
    }

    /// What has come of an earlier order while the next one is in hand.
    private mutating func follow(_ action: ActionID, _ rows: [OutboxRow]) -> Outcome {
        guard let place = entries.firstIndex(where: { $0.action == action && $0.isOpen }) else {
            return .nothing
        }
        let marks = rows.map(\.mark)
        if let bad = marks.first(where: { [.conflict, .failed, .attention].contains($0.state) }) {
            entries[place].isOpen = false
            entries[place].outcome = .failed
            entries[place].words = "order \(bad.purchase): \(bad.reason ?? "it did not go through")"
            tally.failed += 1
            return Outcome(
                effects: [.app(.bell)],
                notice: Notice(.error, "Order \(bad.purchase) did not go through: the outbox says why."))
        }
        if marks.allSatisfy({ !$0.state.isOpen }) { entries[place].isOpen = false }
        return .nothing
    }

    func whyNot(_ word: String, in surroundings: Surroundings) -> String? {
        ScanIntent(rawValue: word).flatMap { whyNot($0) }
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        let intents: [ScanIntent] =
            if let warning {
                warning.answers + (warning.answers.contains(.cancel) ? [] : [.cancel])
            } else {
                switch stage {
                case .order: [.undo, .verify, .leave]
                case .choosing: [.ok, .cancel]
                case .counting: [.more, .fewer, .part, .cancel, .verify]
                case .tracking: [.cancel, .ship, .handOver, .fewer, .undo]
                }
            }
        return intents.compactMap { hint($0, in: surroundings) }
            + browsingHints([.help], in: surroundings)
    }
}
