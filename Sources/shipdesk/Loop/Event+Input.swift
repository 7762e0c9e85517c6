import Terminal
import ViewModels

extension Event {
    /// What the terminal said, in the words of the view-models.
    init(_ input: Input) {
        switch input {
        case .key(let key, let at, let isAlone): self = .key(Chord(key), at: at, isAlone: isAlone)
        case .paste(let text, let at): self = .paste(text, at: at)
        case .mouse(let mouse):
            switch mouse.action {
            case .wheelUp: self = .wheel(-3)
            case .wheelDown: self = .wheel(3)
            case .press: self = .wheel(0)
            }
        case .resize(let size): self = .resize(width: size.width, height: size.height)
        }
    }
}

extension Chord {
    init(_ key: Key) {
        switch key {
        case .character(let character): self.init(String(character))
        case .control(let letter): self.init("ctrl-\(letter)")
        case .alt(let character): self.init("alt-\(character)")
        case .function(let number): self.init("f\(number)")
        default: self.init(Chord.names[key] ?? "")
        }
    }

    private static let names: [Key: String] = [
        .enter: "enter", .tab: "tab", .backTab: "backtab", .escape: "esc", .backspace: "backspace",
        .delete: "del", .insert: "ins", .up: "up", .down: "down", .left: "left", .right: "right",
        .home: "home", .end: "end", .pageUp: "pgup", .pageDown: "pgdn", .shiftUp: "shift-up",
        .shiftDown: "shift-down",
    ]
}
