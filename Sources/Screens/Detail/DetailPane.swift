import Model
import Terminal
import ViewModels
import Widgets

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
