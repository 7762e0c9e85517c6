import Model
import Terminal
import ViewModels
import Widgets

/// A mark that a person must settle: what happened in a sentence, our side, the store's side, and what each
/// key will do. Where there are rows enough the keys stand fixed at the foot and the rest scrolls.
struct BothSidesPage: Widget {
    private let screen: BothSidesScreen
    private let surroundings: Surroundings
    init(_ screen: BothSidesScreen, in surroundings: Surroundings) {
        self.screen = screen
        self.surroundings = surroundings
    }

    func draw(into grid: inout Grid, in rect: Rect) {
        let (title, rest) = rect.top(1)
        let (rule, body) = rest.top(1)
        grid.draw(Bar(left: heading, right: state), in: title)
        grid.cursor = Point(x: body.x, y: body.y)
        let inside = body.inset(by: 1)
        let size = Size(width: inside.width, height: inside.height)
        let (foot, above) = inside.bottom(footHeight(in: size))
        let content = content(in: size)
        grid.draw(Rule(trailing: content.placeWords(in: above)), in: rule)
        grid.draw(content, in: above)
        guard !foot.isEmpty else { return }
        grid.draw(
            Rule(Line("What you can do", .header)),
            in: Rect(x: rect.x, y: foot.y, width: rect.width, height: 1))
        grid.draw(choices, in: foot.top(1).1)
    }

    /// - Parameter size: below title and rule, without the margins.
    func lastScroll(in size: Size) -> Int {
        content(in: size).lastOffset(in: Size(width: size.width, height: size.height - footHeight(in: size)))
    }

    private var heading: Line {
        let name = Line(" Mark \(screen.mark)", .title)
        guard let sides = screen.sides else { return name }
        return name + Line("  \(sides.deed)", .strong) + Line(" of purchase \(screen.key.purchase)")
    }

    private var state: Line {
        guard let row = screen.sides?.row else { return .blank }
        return row.stateLine + Line(" ")
    }

    private func isPinned(in size: Size) -> Bool { size.height >= 14 && screen.sides != nil }

    private func footHeight(in size: Size) -> Int {
        isPinned(in: size) ? min(size.height / 2, choices.height(for: size.width) + 1) : 0
    }

    private func content(in size: Size) -> Stack {
        guard let sides = screen.sides else { return Stack([Paragraph(missing, .dim)]) }
        let told = sides.verdict(in: surroundings).enumerated().map { number, sentence in
            number == 0
                ? Paragraph("! \(sentence)", .stateAttention, hang: 2) : Paragraph("  \(sentence)", hang: 2)
        }
        let keys: [any Widget] = isPinned(in: size) ? [] : [Space(), choices]
        let both = TwoSides(sides, clock: surroundings.clock)
        return Stack(told + keys + [Space(), both], offset: screen.scroll.offset)
    }

    private var missing: String {
        screen.isMissing
            ? "There is no such mark, or its purchase has not been read yet; the outbox shows what is known."
            : "Reading both sides…"
    }

    private var choices: Stack {
        let choices = screen.choices(in: surroundings)
        if choices.isEmpty { return Stack([Paragraph(nothingToDo, .dim)]) }
        return Stack(
            choices.map { choice in
                let key = surroundings.keymap.chords(of: choice.intent).first?.label ?? ":"
                return Paragraph(
                    [
                        Line("\(key) ", .footerKey) + Line(" \(choice.intent.label)  ", .strong)
                            + Line(choice.words)
                    ],
                    hang: 3)
            })
    }

    private var nothingToDo: String {
        guard let mark = screen.sides?.mark else { return "" }
        return switch mark.state {
        case .queued, .sending, .unknown: "Nothing: shipdesk sees to it by itself."
        case .confirmed, .dropped: "Nothing: it is settled."
        case .conflict, .failed, .attention: surroundings.whyReadOnly ?? "Nothing here."
        }
    }
}
