import Model

extension Desk {
    /// A scanned text: into the tracking field of a form, else it is looked up. It answers no question, and
    /// it is never lost without a word.
    mutating func scanned(_ text: String) -> Outcome {
        switch stack.last {
        case .confirm, .hiddenMarks:
            waitingScans.append(text)
            return loud(.warning, "Scanned \(text): it opens once you have answered.")
        case .ship(var form):
            guard form.fillTracking(text) else {
                return loud(.error, "Scanned \(text), but this form takes no tracking number: not used.")
            }
            stack[stack.count - 1] = .ship(form)
            return .say(.good, "Tracking \(text).")
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
        default: return .cache(.find(text))
        }
    }

    /// A bracketed paste: text where text is typed, else a scan.
    mutating func pasted(_ text: String) -> Outcome {
        if let top = stack.last, let filled = top.pasting(text) {
            stack[stack.count - 1] = filled
            return .nothing
        }
        let lines = text.split(whereSeparator: \.isNewline).map { TextEntry.trim(String($0)) }
        guard lines.count <= 1 else {
            return loud(.error, "\(lines.count) lines were pasted; one number at a time.")
        }
        return lines.first.map { $0.isEmpty ? .nothing : scanned($0) } ?? .nothing
    }

    /// What was scanned while a question was open, once there is none.
    mutating func waitingLookups() -> [Effect] {
        guard !waitingScans.isEmpty, stack.last.map({ !$0.isQuestion && !$0.isForm }) ?? true else {
            return []
        }
        defer { waitingScans = [] }
        return waitingScans.map { .cache(.find($0)) }
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
        return loud(.error, "No purchase, code or tracking number here is \(text).")
    }

    private func loud(_ kind: Notice.Kind, _ text: String) -> Outcome {
        Outcome(effects: [.app(.bell)], notice: Notice(kind, text))
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
