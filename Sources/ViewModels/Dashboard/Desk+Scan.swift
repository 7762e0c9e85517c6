import Model

extension Desk {
    /// Scan-to-ship is open, whatever stands above it.
    var isScanning: Bool { scanPlace != nil }
    private var scanPlace: Int? {
        stack.lastIndex { if case .scanToShip = $0 { true } else { false } }
    }

    /// A scanned text: a command, into a form, to scan-to-ship, else it is looked up. It answers no question,
    /// and it is never lost without a word.
    ///
    /// - Parameter began: monotonic milliseconds of its first key; nil for a paste.
    mutating func scanned(_ text: String, began: Int64?) -> Outcome {
        switch stack.last {
        case .scanToShip where isTooSmall:
            return loud(.error, "The screen is too small to ship on; \(text) is not used.")
        case .scanToShip: return scanToShip(text)
        case .confirm, .hiddenMarks:
            if let command = surroundings.scanning.command(in: text) { return perform(command, began) }
            waitingScans.append(text)
            return loud(.warning, "Scanned \(text): it opens once you have answered.")
        default: break
        }
        if !isTooSmall, let place = scanPlace, stack.last.map({ !$0.isForm }) ?? false {
            stack.removeSubrange((place + 1)...)
            return scanToShip(text)
        }
        if let command = surroundings.scanning.command(in: text) { return perform(command, began) }
        return intoForm(text) ?? .cache(.find(text))
    }

    private mutating func scanToShip(_ text: String) -> Outcome {
        guard case .scanToShip(var screen)? = stack.last else { return .nothing }
        notice = nil
        let outcome = screen.scan(text, in: surroundings)
        stack[stack.count - 1] = .scanToShip(screen)
        return outcome
    }

    private mutating func intoForm(_ text: String) -> Outcome? {
        switch stack.last {
        case .ship(var form):
            let step = form.take(scan: text)
            stack[stack.count - 1] = .ship(form)
            var outcome = step.isLoud ? loud(step.kind, step.words) : .say(step.kind, step.words)
            if form.isOne, form.tracking == text { outcome.effects.append(.cache(.find(text))) }
            return outcome
        case .change(var form):
            let step = form.take(scan: text)
            stack[stack.count - 1] = .change(form)
            return step.isLoud ? loud(step.kind, step.words) : .say(step.kind, step.words)
        case .hold(var hold):
            hold.form.change(.reason) { $0.entry.insert(pasted: text) }
            stack[stack.count - 1] = .hold(hold)
            return .nothing
        case .memo(var memo):
            memo.form.change(.memo) { $0.entry.insert(pasted: text) }
            stack[stack.count - 1] = .memo(memo)
            return .nothing
        case .undo, .paper:
            return loud(.error, "Scanned \(text) into a form that takes no numbers: not used.")
        default: return nil
        }
    }

    /// A bracketed paste: text where text is typed, else a scan.
    mutating func pasted(_ text: String) -> Outcome {
        if let top = stack.last, let filled = top.pasting(text) {
            stack[stack.count - 1] = filled
            return .nothing
        }
        let lines = text.split(whereSeparator: \.isNewline).map { TextEntry.trim(String($0)) }
            .filter { !$0.isEmpty }
        guard lines.count > 1 else { return lines.first.map { scanned($0, began: nil) } ?? .nothing }
        switch stack.last {
        // What a scanner has gathered on its way and sends in a heap.
        case .scanToShip:
            var outcome = Outcome.nothing
            for line in lines { outcome.add(scanToShip(line)) }
            return outcome
        case .ship(var form) where form.hasColumn:
            let step = form.fill(column: lines)
            stack[stack.count - 1] = .ship(form)
            return step.isLoud ? loud(step.kind, step.words) : .say(step.kind, step.words)
        default: return loud(.error, "\(lines.count) lines were pasted; one number at a time.")
        }
    }

    /// What was scanned while a question was open, once there is none.
    mutating func waitingLookups() -> [Effect] {
        guard !waitingScans.isEmpty, stack.last.map({ !$0.isQuestion && !$0.isForm }) ?? true else {
            return []
        }
        let texts = waitingScans
        waitingScans = []
        if case .scanToShip? = stack.last { return texts.flatMap { apply(scanToShip($0)) } }
        return texts.map { .cache(.find($0)) }
    }

    mutating func found(_ keys: [PurchaseKey], by text: String) -> Outcome {
        if let only = keys.first, keys.count == 1 { return .go(.open(only)) }
        if keys.isEmpty { return missed(text) }
        return Outcome(
            moves: [.leaveForList, .showEverything(search: text)],
            notice: Notice(.info, "\(keys.count) purchases have the number \(text)."))
    }

    /// On a slow line a person's letters come in a heap as well: what was typed is not taken from them.
    private mutating func missed(_ text: String) -> Outcome {
        if case .line(var line)? = stack.last {
            line.entry.insert(pasted: text)
            if line.purpose == .search { return Outcome(moves: [.leaveForList, .search(line.entry.text)]) }
            stack[stack.count - 1] = .line(line)
        }
        let isTyped: Bool = if case .line? = stack.last { true } else { false }
        if !isTyped, let question = fetching(text) { return question }
        return loud(.error, "No purchase, code or tracking number here is \(text).")
    }

    /// A number that was scanned into a form, and that names a purchase here as well: it may be the wrong
    /// one.
    mutating func doubted(_ keys: [PurchaseKey], by text: String, in form: ShipForm) -> Outcome {
        guard let other = keys.first(where: { !form.purchases.contains($0) }) else { return .nothing }
        return loud(
            .warning,
            "\(text) names purchase \(other.purchase) here. Is it this parcel's tracking number? Check the field."
        )
    }

    private func loud(_ kind: Notice.Kind, _ text: String) -> Outcome {
        Outcome(effects: [.app(.bell)], notice: Notice(kind, text))
    }
}

// Command barcodes: the key of the same deed on the screen that is up, with its checks and its reasons.
extension Desk {
    private mutating func perform(
        _ command: Result<ScanCommand, UnknownScanCommand>, _ began: Int64?
    ) -> Outcome {
        switch command {
        case .failure(let unknown): return loud(.error, unknown.sentence)
        case .success(let command):
            // A paste is no deliberate scan of a card, and what came before the question cannot mean it.
            guard let began, let chord = chord(of: command) else {
                return loud(.error, "\(command.rawValue) means nothing here.")
            }
            return press(KeyPress(chord, at: began, isSettled: true))
        }
    }

    private func chord(of command: ScanCommand) -> Chord? {
        let keymap = surroundings.keymap
        func first(_ intent: (some Intent)?) -> Chord? { intent.flatMap { keymap.chords(of: $0).first } }
        switch stack.last {
        case nil: return first(ListIntent(command)) ?? first(BrowsingIntent(command))
        case .detail: return first(DetailIntent(command)) ?? first(BrowsingIntent(command))
        case .outbox: return first(OutboxIntent(command)) ?? first(BrowsingIntent(command))
        case .ship, .change, .undo, .hold: return first(FormIntent(command))
        case .confirm: return first(ConfirmIntent(command))
        case .hiddenMarks: return command == .cancel ? first(HiddenMarksIntent.back) : nil
        case .line: return command == .cancel ? first(LineIntent.leave) : nil
        case .scanToShip: return nil
        default: return first(BrowsingIntent(command))
        }
    }
}

extension ListIntent {
    fileprivate init?(_ command: ScanCommand) {
        switch command {
        case .ship: self = .ship
        case .handOver: self = .handOver
        case .undo: self = .undo
        case .cancel: self = .leaveSearch
        case .next, .ok, .part: return nil
        }
    }
}

extension DetailIntent {
    fileprivate init?(_ command: ScanCommand) {
        switch command {
        case .ship: self = .ship
        case .handOver: self = .handOver
        case .undo: self = .undo
        case .next: self = .next
        case .ok, .cancel, .part: return nil
        }
    }
}

extension OutboxIntent {
    fileprivate init?(_ command: ScanCommand) {
        guard command == .undo else { return nil }
        self = .undo
    }
}

extension BrowsingIntent {
    fileprivate init?(_ command: ScanCommand) {
        switch command {
        case .next: self = .down
        case .cancel: self = .back
        default: return nil
        }
    }
}

extension FormIntent {
    fileprivate init?(_ command: ScanCommand) {
        switch command {
        case .next: self = .next
        case .cancel: self = .leave
        case .ok: self = .preview
        case .ship, .handOver, .undo, .part: return nil
        }
    }
}

extension ConfirmIntent {
    fileprivate init?(_ command: ScanCommand) {
        switch command {
        case .ok: self = .yes
        case .cancel: self = .no
        default: return nil
        }
    }
}

extension Screen {
    /// The screen with the text where it was typing; nil where it takes none.
    fileprivate func pasting(_ text: String) -> Screen? {
        switch self {
        case .line(var line):
            line.entry.insert(pasted: text)
            return .line(line)
        case .ship(var ship):
            guard ship.form.paste(text) else { return nil }
            return .ship(ship)
        case .change(var change):
            guard change.pastes, change.form.paste(text) else { return nil }
            return .change(change)
        case .hold(var hold):
            guard hold.form.paste(text) else { return nil }
            return .hold(hold)
        case .memo(var memo):
            guard memo.form.paste(text) else { return nil }
            return .memo(memo)
        case .paper(var paper):
            guard paper.form.paste(text) else { return nil }
            return .paper(paper)
        default: return nil
        }
    }
}
