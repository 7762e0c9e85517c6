import Model

extension ImportScreen: StackedScreen {
    var context: KeyContext { .confirm }
    var screen: Screen { .importing(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        switch surroundings.keymap.intent(press.chord, as: ConfirmIntent.self) {
        case .yes:
            guard whyNotTaken == nil, var asked = question else {
                return whyNotTaken.map { .say(.warning, $0) } ?? .nothing
            }
            defer { question = asked }
            return asked.press(press, in: surroundings)
        case .no: return question?.stage == .working ? .nothing : .go(.pop)
        case .down, .up, nil: break
        }
        guard let intent: BrowsingIntent = surroundings.keymap.intent(press.chord) else { return .nothing }
        if intent == .back, question?.stage == .working { return .nothing }
        return browse(intent, page: max(1, surroundings.layout.bodyRows - 6))
    }

    private mutating func browse(_ intent: BrowsingIntent, page: Int) -> Outcome {
        let last = max(0, rows.count - 1)
        switch intent {
        case .down: cursor = min(last, cursor + 1)
        case .up: cursor = max(0, cursor - 1)
        case .pageDown: cursor = min(last, cursor + page)
        case .pageUp: cursor = max(0, cursor - page)
        case .first: cursor = 0
        case .last: cursor = last
        case .back, .help, .command: return leave(by: intent)
        }
        top = max(min(top, cursor), cursor - page + 1)
        return .nothing
    }

    mutating func reload(in surroundings: Surroundings) -> [Effect] { ask(as: surroundings.author) }

    mutating func receive(_ answer: Answer, in surroundings: Surroundings) -> Outcome {
        switch answer {
        case .importPreview(path, let report):
            if self.report == nil { take(report) }
        case .importFailed(path, let words):
            if question?.stage == .working { question?.stage = .refused([words]) } else { fail(words) }
        case .imported(path, let report): return done(report, in: surroundings)
        default: break
        }
        return .nothing
    }

    private mutating func done(_ report: ImportReport, in surroundings: Surroundings) -> Outcome {
        guard question?.stage == .working else { return .nothing }
        guard let accepted = report.accepted, var outcome = question?.done(accepted, in: surroundings) else {
            let whyNot =
                report.earlier == nil
                ? "No row can be taken any more." : "Somebody has imported it in the meantime."
            question?.stage = .refused([whyNot])
            return .nothing
        }
        if !report.bad.isEmpty {
            let rest = " \(counted(report.bad.count, "row")) bad."
            outcome.notice?.text += rest
            outcome.notice?.rest = rest
        }
        return outcome
    }

    func whyNot(_ word: String, in surroundings: Surroundings) -> String? {
        word == ConfirmIntent.yes.rawValue ? whyNotTaken : nil
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        let answers: [ConfirmIntent] = question?.stage == .working ? [] : [.yes, .no]
        let moves: [BrowsingIntent] = rows.count > 1 ? [.down, .up, .pageDown] : []
        return answers.compactMap { hint($0, in: surroundings) } + browsingHints(moves, in: surroundings)
    }
}
