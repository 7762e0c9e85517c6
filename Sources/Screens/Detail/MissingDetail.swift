import Model
import Terminal
import ViewModels
import Widgets

/// Nothing to show yet, or no such purchase.
struct MissingDetail: Widget {
    var screen: DetailScreen
    init(_ screen: DetailScreen) { self.screen = screen }

    func draw(into grid: inout Grid, in rect: Rect) {
        let words =
            screen.isMissing
            ? "There is no purchase \(screen.key.purchase) here. "
                + "It may be gone from the store's list."
            : ""
        grid.draw(Paragraph(words, .dim), in: rect.inset(by: 1, 1))
    }
}
