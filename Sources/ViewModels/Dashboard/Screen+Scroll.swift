extension Screen {
    /// How far it can be scrolled; nil where no text scrolls.
    package var lastScroll: Int? {
        get {
            switch self {
            case .detail(let screen): screen.scroll.last
            case .help(let screen): screen.scroll.last
            case .bothSides(let screen): screen.scroll.last
            case .confirm(let question): question.scroll.last
            case .today(let screen): screen.scroll.last
            default: nil
            }
        }
        set {
            guard let newValue else { return }
            switch self {
            case .detail(var screen):
                screen.scroll.last = newValue
                self = .detail(screen)
            case .help(var screen):
                screen.scroll.last = newValue
                self = .help(screen)
            case .bothSides(var screen):
                screen.scroll.last = newValue
                self = .bothSides(screen)
            case .today(var screen):
                screen.scroll.last = newValue
                self = .today(screen)
            case .confirm(var question):
                question.scroll.last = newValue
                self = .confirm(question)
            default: break
            }
        }
    }
}
