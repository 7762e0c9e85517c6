import Model
import Terminal
import ViewModels
import Widgets

/// One purchase beside the list.
struct DetailPane: Widget {
    var screen: DetailScreen
    var clock: Clock
    /// The key that opens it on the whole screen.
    var opening: String
    init(_ screen: DetailScreen, clock: Clock, opening: String) {
        self.screen = screen
        self.clock = clock
        self.opening = opening
    }

    func draw(into grid: inout Grid, in rect: Rect) {
        let (title, body) = rect.top(1)
        grid.draw(DetailTitle(screen), in: title)
        guard let detail = screen.detail else { return grid.draw(MissingDetail(screen), in: body) }
        let lines = DetailBody(screen.lines(clock), of: detail, clock: clock)
        let content = Stack([Space()] + lines.widgets())
        let inside = body.inset(by: 1)
        let isCut = content.lastOffset(in: Size(width: inside.width, height: inside.height)) > 0
        let (last, room) = inside.bottom(isCut ? 1 : 0)
        grid.draw(content, in: room)
        if isCut { grid.putRight(Line("more: \(opening)", .dim), at: last) }
    }
}
