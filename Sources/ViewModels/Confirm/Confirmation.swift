import Model

/// A question that only `y` answers with yes: after its first frame, alone in its read, and no repeat.
package struct Confirmation: Sendable, Hashable {
    package enum Stage: Sendable, Hashable {
        case asking
        /// Said yes; the answer is not there yet.
        case working
        /// Nothing was written; these sentences say why.
        case refused([String])
    }
    package var title: String
    package var lines: [ConfirmationLine]
    /// `Ship 3 items?`
    package var question: String
    package var deed: Deed
    package var stage: Stage
    package var scroll = Scroll()
    /// How many purchases it is about, and what is said while it is done: `Marking 1,000 purchases…`
    var purchases = 1
    var present = ""
    /// Monotonic milliseconds of its first frame; nil before.
    package var shownAt: Int64?

    package init(_ title: String, lines: [ConfirmationLine], question: String, deed: Deed) {
        self.title = title
        self.lines = lines
        self.question = question
        self.deed = deed
        stage = .asking
    }
}

extension Confirmation {
    func about(_ purchases: Int, saying present: String) -> Confirmation {
        var question = self
        question.purchases = purchases
        question.present = present
        return question
    }
}

package struct ConfirmationLine: Sendable, Hashable {
    package enum Kind: Sendable, Hashable { case plain, strong, warning, faint }
    package var kind: Kind
    package var text: String
    package init(_ text: String, _ kind: Kind = .plain) {
        self.kind = kind
        self.text = text
    }
}

/// What a yes does.
package indirect enum Deed: Sendable, Hashable {
    /// Asks once more: what cannot be taken back takes two yeses.
    case ask(Confirmation)
    case submit(MarkRequest)
    case undo(ActionID, isFinalMeant: Bool = false)
    case retry([MarkID])
    /// What is safe by now of a mark that stopped.
    case shipRest(MarkID)
    case drop([MarkID])
    case settle(MarkID, asConfirmed: Bool)
    case hold([PurchaseKey], reason: String)
    case release([PurchaseKey])
    case addMemo(PurchaseKey, text: String)
    case takeNote(PurchaseKey)
    case redo(ActionID, isFinalMeant: Bool = false)
    case stop(ActionID)
    /// Only with the contents that this fingerprint stands for.
    case importFile(String, fingerprint: String, again: Bool)
    /// Reads an order that is not here yet, and keeps it.
    case fetch(PurchaseID, StoreID)
    case quit
}
