import Model

/// One line that says what came of something; until the next key or the next notice.
package struct Notice: Sendable, Hashable {
    package enum Kind: Sendable, Hashable { case info, good, warning, error }
    package var kind: Kind
    package var text: String
    /// While it is shown, `u` takes this action back as a whole.
    package var undoes: ActionID?
    /// While it is shown, it says what comes of this action.
    package var follows: ActionID?
    /// What the action was about: `4 items of purchase 1300`.
    package var subject = ""
    /// Of how many purchases.
    var purchases = 0
    /// All of it stays on this box: its stores take no marks.
    var isKept = false
    /// What is to be known beside it, whatever comes of the action: ` 2 rows bad.`
    var rest = ""
    /// Something large is being looked for or written down.
    package private(set) var isPending = false

    /// It only said that something is being tried.
    var yieldsToFailure: Bool { kind == .info && follows == nil }

    package init(_ kind: Kind, _ text: String, undoes: ActionID? = nil, follows: ActionID? = nil) {
        self.kind = kind
        self.text = text
        self.undoes = undoes
        self.follows = follows
    }

    /// `Marking 1,000 purchases…`
    static func pending(_ text: String) -> Notice {
        var notice = Notice(.info, text)
        notice.isPending = true
        return notice
    }
}
