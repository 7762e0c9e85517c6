import Terminal
import ViewModels
import Widgets

/// How far the screen on top can be scrolled before its last row leaves the bottom; nil where no text
/// scrolls.
///
/// Words wrap, so only a picture knows this; whoever owns the view-model tells it, so that scrolling ends
/// where the text does.
package func lastScroll(of desk: Desk, in size: Size) -> Int? {
    let middle = ScreenFrame(size).middle
    let body = Size(width: size.width - 2, height: max(0, middle.height - 2))
    switch desk.top {
    case .detail(let screen):
        return DetailPage(screen, clock: desk.surroundings.clock).content?.lastOffset(in: body) ?? 0
    case .today(let today):
        return TodayPage(today, desk.surroundings).content(for: body)?.lastOffset(in: body) ?? 0
    case .help(let help): return HelpPage(help).content(for: body.width).lastOffset(in: body)
    case .bothSides(let screen): return BothSidesPage(screen, in: desk.surroundings).lastScroll(in: body)
    case .confirm(let question):
        return ConfirmDialog(question, keymap: desk.surroundings.keymap).lastScroll(in: middle)
    default: return nil
    }
}
