import Model

/// What a screen answers to a press or to news: what to do outside, and where to go.
struct Outcome: Sendable, Hashable {
    enum Move: Sendable, Hashable {
        case push(Screen)
        case pop
        /// Leaves questions and forms, back to what they were opened from.
        case leaveForms
        /// As ``leaveForms``, while a large deed is done.
        case goOnWhile(Deed, saying: String)
        case leaveForList
        case open(PurchaseKey)
        /// The purchase of the list after (1) or before (-1) the one under the cursor.
        case openNeighbour(Int)
        case search(String)
        /// Shows only the lines of the log on top that have these words.
        case filterLog(String)
        /// The outbox of one action: in place of an outbox that is open already.
        case showAction(ActionID)
        /// Narrows the list to a filter, in place of the one before.
        case narrow(ListFilter)
        /// A filter begun in the command line goes on in its own, which knows what can come next.
        case typeFilter(String)
        case sort(ListSort)
        case command(Command)
        /// The theme of this name, from now on.
        case wear(String)
        /// A line was typed and taken.
        case remember(InputLine.Purpose, String)
        case dropMarks([PurchaseKey])
        case mark([MarkedPurchase])
        /// All purchases of all stores, or what a search finds among them.
        case showEverything(search: String)
    }
    var effects: [Effect] = []
    var moves: [Move] = []
    var notice: Notice?
    /// The press is to come again once it is certain that it is no part of a scan.
    var waitsForQuiet = false

    /// What comes after it: effects and moves in their order, the later notice.
    mutating func add(_ other: Outcome) {
        effects += other.effects
        moves += other.moves
        notice = other.notice ?? notice
    }

    static let nothing = Outcome()
    static let waiting = Outcome(waitsForQuiet: true)

    static func go(_ move: Move) -> Outcome { Outcome(moves: [move]) }
    static func push(_ screen: Screen) -> Outcome { Outcome(moves: [.push(screen)]) }
    static func say(_ kind: Notice.Kind, _ text: String) -> Outcome { Outcome(notice: Notice(kind, text)) }
    static func cache(_ effect: CacheEffect...) -> Outcome { Outcome(effects: effect.map(Effect.cache)) }
    static func no(_ availability: Availability) -> Outcome? { availability.why.map { .say(.warning, $0) } }
}
