import Terminal
import ViewModels
import Widgets

/// Draws all that a person sees. The size is the grid's own.
package func draw(_ dashboard: Dashboard, into grid: inout Grid) {
    draw(dashboard.desk, into: &grid)
}

/// As ``draw(_:into:)-(Dashboard,_)``, from the desk alone.
package func draw(_ desk: Desk, into grid: inout Grid) {
    let frame = ScreenFrame(grid.size)
    guard !frame.isTooSmall else { return grid.draw(TooSmall(desk: desk), in: grid.bounds) }

    grid.draw(HeaderBar(desk.status), in: frame.header)
    let (base, overlays) = desk.layers
    grid.draw(BaseScreen(desk: desk, screen: base), in: frame.middle)
    let notice = NoticeBar(desk: desk, screen: base)
    grid.draw(notice, in: frame.notice.grownUp(by: notice.height(for: frame.notice.width) - 1))
    for overlay in overlays { draw(overlay, over: frame, keymap: desk.surroundings.keymap, into: &grid) }
    grid.draw(FooterBar(desk.footer), in: frame.footer)
}

private func draw(_ overlay: Screen, over frame: ScreenFrame, keymap: Keymap, into grid: inout Grid) {
    switch overlay {
    case .confirm(let confirmation): grid.draw(ConfirmDialog(confirmation, keymap: keymap), in: frame.middle)
    case .hiddenMarks(let marks): grid.draw(HiddenMarksDialog(marks: marks, keymap: keymap), in: frame.middle)
    case .transfers(let choice): grid.draw(TransferDialog(choice: choice, keymap: keymap), in: frame.middle)
    case .line(let line):
        if line.purpose == .command {
            grid.draw(CandidateBox(line: line), in: frame.middle)
        } else {
            grid.draw(HintBar(line: line), in: frame.middle.bottom(1).0)
        }
        grid.draw(InputBar(line), in: frame.notice)
    case .sorting(let picker): grid.draw(SortDialog(picker: picker, keymap: keymap), in: frame.middle)
    default: break
    }
}

/// The regions that every screen shares: header, middle, notice, footer.
struct ScreenFrame {
    var header: Rect
    var middle: Rect
    var notice: Rect
    var footer: Rect
    var isTooSmall: Bool

    init(_ size: Size) {
        isTooSmall = Layout(width: size.width, height: size.height).isTooSmall
        let (top, rest) = Rect(size).top(1)
        let (bottom, above) = rest.bottom(1)
        (header, footer) = (top, bottom)
        (notice, middle) = above.bottom(1)
    }
}

extension Desk {
    /// The screen that fills the middle (nil: the list), and what stands over it.
    var layers: (base: Screen?, overlays: [Screen]) {
        let base = stack.lastIndex { !$0.isOverlay }
        return (base.map { stack[$0] }, Array(stack[(base.map { $0 + 1 } ?? 0)...]))
    }
}

extension Screen {
    /// Stands over what is below instead of hiding it.
    var isOverlay: Bool {
        switch self {
        case .confirm, .hiddenMarks, .transfers, .line, .sorting: true
        default: false
        }
    }
}

extension Rect {
    fileprivate func grownUp(by rows: Int) -> Rect {
        Rect(x: x, y: y - rows, width: width, height: height + rows)
    }
}
