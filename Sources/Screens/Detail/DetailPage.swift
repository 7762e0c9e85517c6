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
            Stack(
                DetailBody(screen.lines(clock), of: $0, clock: clock).widgets(), offset: screen.scroll.offset)
        }
    }
}
