import Model
import Terminal
import ViewModels
import Widgets

/// One purchase on the whole screen: a title, a rule, and what is known of it.
struct DetailPage: Widget {
    var screen: DetailScreen
    var clock: Clock
    init(_ screen: DetailScreen, clock: Clock) {
        self.screen = screen
        self.clock = clock
    }

    func draw(into grid: inout Grid, in rect: Rect) {
        let (title, rest) = rect.top(1)
        let (rule, body) = rest.top(1)
        grid.draw(DetailTitle(screen), in: title)
        grid.cursor = Point(x: body.x, y: body.y)
        guard let content else {
            grid.draw(Rule(), in: rule)
            return grid.draw(MissingDetail(screen), in: body)
        }
        let inside = body.inset(by: 1)
        grid.draw(Rule(trailing: content.placeWords(in: inside)), in: rule)
        grid.draw(content, in: inside)
    }

    /// What is known of it, scrolled; nil where nothing is.
    var content: Stack? {
        screen.detail.map {
            Stack(DetailBody(screen.lines(clock), of: $0, clock: clock).widgets(), offset: screen.scroll)
        }
    }
}

extension Stack {
    /// For the rule above what scrolls: whether there is more.
    func placeWords(in rect: Rect) -> Line {
        let last = lastOffset(in: Size(width: rect.width, height: rect.height))
        return last == 0 ? .blank : Line(offset < last ? "more below" : "end", .dim)
    }
}

/// One purchase beside the list.
struct DetailPane: Widget {
    var screen: DetailScreen
    var clock: Clock
    init(_ screen: DetailScreen, clock: Clock) {
        self.screen = screen
        self.clock = clock
    }

    func draw(into grid: inout Grid, in rect: Rect) {
        let (title, body) = rect.top(1)
        grid.draw(DetailTitle(screen), in: title)
        guard let detail = screen.detail else { return grid.draw(MissingDetail(screen), in: body) }
        let lines = DetailBody(screen.lines(clock), of: detail, clock: clock)
        grid.draw(Stack([Space()] + lines.widgets()), in: body.inset(by: 1))
    }
}

/// `1043  Müller, Zoë`, and the state with its signs on the right.
struct DetailTitle: Widget {
    var screen: DetailScreen
    init(_ screen: DetailScreen) { self.screen = screen }

    func draw(into grid: inout Grid, in rect: Rect) {
        let id = Line(" \(screen.key.purchase)", .title)
        guard let detail = screen.detail else { return grid.draw(Bar(left: id), in: rect) }
        let name = Line("  \(detail.purchase.purchaser)", .strong)
        grid.draw(
            Bar(left: id + name, right: state(of: detail, isShort: rect.width < 60) + Line(" ")), in: rect)
    }

    private func state(of detail: PurchaseDetail, isShort: Bool) -> Line {
        let standing = detail.standing
        let signs: [Line] = [
            standing.attention.isEmpty ? .blank : Line(isShort ? "!" : "! attention", .stateAttention),
            standing.isWaiting ? Line(isShort ? "~" : "~ on its way", .waiting) : .blank,
            Line(standing.state.words, standing.state.role),
        ]
        return signs.joined(by: "  ")
    }
}

/// Nothing to show yet, or no such purchase.
struct MissingDetail: Widget {
    var screen: DetailScreen
    init(_ screen: DetailScreen) { self.screen = screen }

    func draw(into grid: inout Grid, in rect: Rect) {
        let words =
            screen.isMissing
            ? "There is no purchase \(screen.key.purchase) in the cache. It may be gone from the store's list."
            : ""
        grid.draw(Paragraph(words, .dim), in: rect.inset(by: 1, 1))
    }
}
