import Terminal
import ViewModels
import Widgets

/// How many rows the screen on top would take if it were high enough; nil where it has no text that scrolls.
///
/// Words wrap, so only a picture knows this; whoever owns the view-model may tell it, so that scrolling ends
/// where the text does.
package func contentRows(of desk: Desk, in size: Size) -> Int? {
    let width = size.width - 2
    switch desk.top {
    case .detail(let screen):
        return DetailPage(screen, clock: desk.surroundings.clock).content?.height(for: width)
    case .help(let help): return HelpPage(help).content(for: width).height(for: width)
    default: return nil
    }
}
