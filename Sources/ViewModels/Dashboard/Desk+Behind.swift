import Model

/// A large deed that was said yes to and is being written down, while the person goes on.
struct DeedBehind: Sendable, Hashable {
    var number: Int
    /// The question, and below it the forms that led to it: they come back if the deed is refused.
    var left: [Screen]
    /// The person has pressed a key since: nothing may take them elsewhere.
    var hasMovedOn = false
}

extension Confirmation {
    /// What is said while the deed is done; nil where it is so small that the question waits for it.
    var presentWords: String? { purchases > 1 ? present : nil }
}

// No key waits for a deed: forms and question are left at once, a notice says what is being done.
extension Desk {
    mutating func doBehind(_ deed: Deed, saying words: String) -> [Effect] {
        var left: [Screen] = []
        while let top = stack.last, top.isForm || top.isQuestion { left.insert(stack.removeLast(), at: 0) }
        behindNumber += 1
        behind.append(DeedBehind(number: behindNumber, left: left))
        notice = .pending(words)
        return deed.effects(by: surroundings.author).map { effect in
            if case .marks(let marks) = effect { .behind(behindNumber, marks) } else { effect }
        }
    }

    /// A press while something is being done leaves its notice where it is.
    mutating func noteKeyWhileBehind() {
        for place in behind.indices { behind[place].hasMovedOn = true }
    }

    mutating func receive(_ answer: Answer, of number: Int) -> [Effect] {
        guard let place = behind.firstIndex(where: { $0.number == number }) else { return [] }
        let deed = behind.remove(at: place)
        guard case .confirm(let question)? = deed.left.last else { return [] }
        if notice?.isPending == true { notice = nil }
        switch answer {
        case .accepted(let accepted):
            list.letGo(accepted.marks.map { PurchaseKey(store: $0.store, purchase: $0.purchase) })
            var outcome = question.done(accepted, in: surroundings)
            outcome.moves = deed.hasMovedOn ? [] : outcome.moves.filter { $0 != .leaveForms }
            return apply(outcome)
        case .done(let words): notice = Notice(.good, words)
        case .refused(let refusals):
            var question = question
            question.refuse(refusals)
            return takeBack(deed, question, refusals.map(\.sentence))
        case .failed(let words):
            var question = question
            question.stage = .refused([words])
            return takeBack(deed, question, [words])
        default: break
        }
        return []
    }

    /// Nothing was written. What was typed comes back with the reasons; a form or question that is open by
    /// now comes first.
    private mutating func takeBack(
        _ deed: DeedBehind, _ question: Confirmation, _ sentences: [String]
    ) -> [Effect] {
        let left = deed.left.dropLast() + [.confirm(question)]
        notice = Notice(.error, "Nothing was done: \(sentences.first ?? "")")
        let isBusy = stack.last.map { $0.isForm || $0.isQuestion } ?? false
        stack.insert(contentsOf: left, at: isBusy ? 0 : stack.count)
        return reload()
    }
}
