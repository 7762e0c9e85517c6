/// How a screen behaves. The desk routes presses to the one on top, answers and news to all.
protocol ScreenModel {
    var context: KeyContext { get }
    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome
    mutating func receive(_ answer: Answer, in surroundings: Surroundings) -> Outcome
    /// Asks for what it shows, when it appears and whenever the cache changes.
    mutating func reload(in surroundings: Surroundings) -> [Effect]
    /// Why an intent of its own context cannot be had now.
    func whyNot(_ word: String, in surroundings: Surroundings) -> String?
    func footer(in surroundings: Surroundings) -> [FooterHint]
    /// What shipping is called of what the keys would act on now.
    func words(in surroundings: Surroundings) -> ShipWords
}

extension ScreenModel {
    func words(in surroundings: Surroundings) -> ShipWords { .parcels }
    mutating func receive(_ answer: Answer, in surroundings: Surroundings) -> Outcome { .nothing }
    mutating func reload(in surroundings: Surroundings) -> [Effect] { [] }
    func whyNot(_ word: String, in surroundings: Surroundings) -> String? {
        guard context == .form, let intent = FormIntent(rawValue: word) else { return nil }
        return [.takeOver, .together].contains(intent) ? "Only while shipping." : nil
    }

    /// A hint for the first key of an intent; nil where the keymap left it none.
    func hint<Wanted: Intent>(_ intent: Wanted, in surroundings: Surroundings) -> FooterHint? {
        surroundings.keymap.chords(of: intent).first.map {
            let isOwn = Wanted.context == context
            let whyNot = isOwn ? whyNot(intent.rawValue, in: surroundings) : nil
            let ships = isOwn && (intent as? ListIntent == .ship || intent as? DetailIntent == .ship)
            let label = ships ? words(in: surroundings).deed : intent.label
            return FooterHint($0, label, isEnabled: whyNot == nil)
        }
    }
}

/// A screen that stands above the list.
protocol StackedScreen: ScreenModel {
    var screen: Screen { get }
}

extension Screen {
    /// The behaviour of whichever screen it is.
    var model: any StackedScreen {
        get {
            switch self {
            case .detail(let model): model
            case .ship(let model): model
            case .change(let model): model
            case .undo(let model): model
            case .hold(let model): model
            case .memo(let model): model
            case .paper(let model): model
            case .pick(let model): model
            case .confirm(let model): model
            case .hiddenMarks(let model): model
            case .transfers(let model): model
            case .importing(let model): model
            case .outbox(let model): model
            case .bothSides(let model): model
            case .log(let model): model
            case .help(let model): model
            case .line(let model): model
            case .scanToShip(let model): model
            case .themes(let model): model
            case .today(let model): model
            case .sorting(let model): model
            }
        }
        set { self = newValue.screen }
    }

    /// It wants an answer, so nothing may push it aside.
    var isQuestion: Bool {
        switch self {
        case .confirm, .hiddenMarks, .importing: true
        default: false
        }
    }

    var isToday: Bool { if case .today = self { true } else { false } }

    var isForm: Bool {
        switch self {
        case .ship, .change, .undo, .hold, .memo, .paper: true
        default: false
        }
    }
}
