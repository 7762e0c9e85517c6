/// All that a person sees: the list, what stands above it, and one line of notice.
package struct Desk: Sendable, Hashable {
    package var surroundings: Surroundings
    package var list: PurchaseList
    /// What stands above the list; the last is on top and gets the keys.
    package var stack: [Screen]
    package var notice: Notice?
    /// Scanned while a question was open: looked up once it is answered.
    package var waitingScans: [String]
    /// A form that was open when the line broke: it opens again once its purchases are read.
    var draft: FormDraft?
    /// What was typed after `:` and `/`.
    var typed = LineHistory()
    /// The notice that asks whether to quit, while it stands.
    var quitQuestion: Notice?
    /// Said yes to and not written down yet, oldest first.
    var behind: [DeedBehind] = []
    var behindNumber = 0

    package init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
        list = PurchaseList()
        stack = []
        waitingScans = []
    }

    package var top: Screen? { stack.last }
    /// Only a plain notice can be shown; everything is kept.
    package var isTooSmall: Bool { surroundings.layout.isTooSmall }

    /// A question waits for its first frame: the loop tells ``Event/firstFrameShown(at:)`` after drawing it.
    package var awaitsFirstFrame: Bool {
        switch top {
        case .confirm(let question)?: question.shownAt == nil && !isTooSmall
        case .importing(let screen)?: screen.question.map { $0.shownAt == nil } == true && !isTooSmall
        default: false
        }
    }
}
