/// What a press did to a form.
enum FormStep: Sendable, Hashable { case stays, finished, left }

extension Form {
    /// Types, erases, goes from field to field. `finished`: past the last field, so the preview comes.
    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> FormStep {
        guard let intent: FormIntent = surroundings.keymap.intent(press.chord) else {
            if let character = press.chord.character { type(character) }
            return .stays
        }
        switch intent {
        case .next: return goOn()
        case .previous: goBack()
        case .preview: return .finished
        case .leave: return .left
        default: edit(intent)
        }
        return .stays
    }

    private mutating func goOn() -> FormStep {
        guard let next = fields.indices.first(where: { $0 > focus && fields[$0].isActive }) else {
            return .finished
        }
        focus = next
        fields[next].entry.end()
        return .stays
    }

    private mutating func goBack() {
        if let previous = fields.indices.last(where: { $0 < focus && fields[$0].isActive }) {
            focus = previous
        }
    }

    mutating func focus(on id: FieldID) {
        if let place = fields.firstIndex(where: { $0.id == id && $0.isActive }) { focus = place }
    }

    mutating func change(_ id: FieldID, _ change: (inout FormField) -> Void) {
        if let place = fields.firstIndex(where: { $0.id == id }) { change(&fields[place]) }
    }

    /// The first field with something wrong, so that a person sees it at once.
    mutating func focusOnProblem() -> Bool {
        guard let place = fields.firstIndex(where: { $0.isActive && $0.problem != nil }) else { return false }
        focus = place
        return true
    }
}

extension Form {
    private mutating func type(_ character: Character) {
        guard fields.indices.contains(focus) else { return }
        switch fields[focus].kind {
        case .text: fields[focus].entry.insert(character)
        case .quantity where character.isASCII && character.isNumber:
            if isFresh { fields[focus].entry.clear() }
            fields[focus].entry.insert(character)
        case .choice where character == " ": choose(1)
        case .quantity, .choice: return
        }
        noteChange()
    }

    private mutating func noteChange() {
        fields[focus].problem = nil
        isFresh = false
    }

    private mutating func edit(_ intent: FormIntent) {
        guard fields.indices.contains(focus) else { return }
        if case .choice = fields[focus].kind {
            if [.change, .right].contains(intent) { choose(1) }
            if intent == .left { choose(-1) }
            return
        }
        fields[focus].entry.edit(intent)
        noteChange()
    }

    private mutating func choose(_ step: Int) {
        guard case .choice(let words, let selected) = fields[focus].kind else { return }
        let next = (selected + step + words.count) % words.count
        fields[focus].kind = .choice(words, selected: next)
    }

    /// Pasted text goes where text is typed; false where the focus is on no such field, or on the tracking,
    /// which a scan replaces.
    mutating func paste(_ text: String) -> Bool {
        guard let field = focused, field.kind == .text, field.id != .tracking else { return false }
        if case .trackingOf = field.id { return false }
        fields[focus].entry.insert(pasted: text)
        return true
    }
}

extension TextEntry {
    fileprivate mutating func edit(_ intent: FormIntent) {
        switch intent {
        case .eraseBack: backspace()
        case .erase: delete()
        case .eraseAll: clear()
        case .left: left()
        case .right: right()
        case .home: home()
        case .end: end()
        case .next, .previous, .preview, .leave, .change, .takeOver, .together: break
        }
    }
}
