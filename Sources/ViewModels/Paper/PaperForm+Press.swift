import Model

extension PaperForm: StackedScreen {
    /// - Parameter keys: in any order.
    init(slipsOf keys: [PurchaseKey], order: ListQuery, in surroundings: Surroundings) {
        subject = .slips(keys, order: order)
        form = PaperForm.form(named: keys.count == 1 ? "slip-\(keys[0].purchase)" : "slips", in: surroundings)
        form.change(.paperOrder) { $0.isActive = keys.count > 1 }
    }

    init(_ list: PickList, in surroundings: Surroundings) {
        subject = .pickList(list)
        form = PaperForm.form(named: "pick-list", in: surroundings)
        form.change(.paperOrder) { $0.isActive = false }
    }

    private static func form(named name: String, in surroundings: Surroundings) -> Form {
        let clock = surroundings.clock
        let day = clock.today.map { "-\($0)" } ?? ""
        let time = clock.time(of: clock.now).filter { $0 != ":" }
        let safe = String(name.map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "_" })
        let canPrint = surroundings.paper.whyNoPrinting == nil
        let ways = FormField(
            .paperWay, "To", kind: .choice(["printer", "PDF", "text file"], selected: canPrint ? 0 : 2),
            note: "Space chooses")
        var form = Form([
            ways, FormField(.paperPrinter, "Printer", note: "empty: the default one"),
            FormField(.paperFile, "File", text: "\(safe)\(day)-\(time).txt"),
            FormField(
                .paperOrder, "Order", kind: .choice(["as listed", "reversed"], selected: 0),
                note: "so that the slips match the pile"),
        ])
        form.showWhatCounts(surroundings.paper)
        return form
    }

    var context: KeyContext { .form }
    var screen: Screen { .paper(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        problem = nil
        switch form.press(press, in: surroundings) {
        case .left: return .go(.pop)
        case .stays: form.showWhatCounts(surroundings.paper)
        case .finished: return isWorking ? .nothing : finish(in: surroundings)
        }
        return .nothing
    }

    private mutating func finish(in surroundings: Surroundings) -> Outcome {
        guard let way = checkedWay(in: surroundings.paper) else { return .nothing }
        isWorking = true
        switch subject {
        case .slips(let keys, let order):
            let isReversed = form[.paperOrder].map { $0.kind.selected == 1 } ?? false
            return Outcome(effects: [.paper(.slips(keys, order: order, isReversed: isReversed, way))])
        case .pickList(let list): return Outcome(effects: [.paper(.pickList(list, way))])
        }
    }

    /// Nil where something is wrong, which the form says then.
    private mutating func checkedWay(in tools: PaperTools) -> PaperWay? {
        let file = form[.paperFile]?.entry.trimmed ?? ""
        let printer = form[.paperPrinter]?.entry.trimmed ?? ""
        let chosen = form[.paperWay]?.kind.selected ?? 0
        form.showWhatCounts(tools)
        if chosen > 0, file.isEmpty { form.change(.paperFile) { $0.problem = "It needs a name." } }
        guard !form.focusOnProblem() else { return nil }
        if chosen == 0 { return .printer(printer.isEmpty ? nil : printer) }
        return chosen == 1 ? .pdf(file) : .file(file)
    }

    mutating func receive(_ answer: Answer, in surroundings: Surroundings) -> Outcome {
        guard isWorking else { return .nothing }
        switch answer {
        case .paper(let words): return Outcome(moves: [.leaveForms], notice: Notice(.good, words))
        case .failed(let words):
            isWorking = false
            problem = words
        default: break
        }
        return .nothing
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        [FormIntent.next, .leave, .preview].compactMap { intent in
            hint(intent, in: surroundings).map {
                intent == .preview ? FooterHint($0.chord, "do it", isEnabled: !isWorking) : $0
            }
        }
    }
}

extension Form {
    /// The printer's name or the file's, whichever is meant; a PDF is named like one.
    fileprivate mutating func showWhatCounts(_ tools: PaperTools) {
        let chosen = self[.paperWay]?.kind.selected ?? 0
        let why = [tools.whyNoPrinting, tools.whyNoPDF, nil][chosen]
        change(.paperWay) { $0.problem = why }
        change(.paperPrinter) { $0.isActive = chosen == 0 }
        change(.paperFile) { field in
            field.isActive = chosen > 0
            let (old, new) = chosen == 1 ? (".txt", ".pdf") : (".pdf", ".txt")
            if chosen > 0, field.entry.text.hasSuffix(old) {
                field.entry = TextEntry(String(field.entry.text.dropLast(4)) + new)
            }
        }
    }
}

extension FormField.Kind {
    /// The index of the word that is chosen; 0 where nothing is chosen from.
    var selected: Int { if case .choice(_, let selected) = self { selected } else { 0 } }
}
