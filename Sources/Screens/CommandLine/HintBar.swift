import Terminal
import ViewModels
import Widgets

/// Above a line that is being typed: what can come next, or what is wrong.
struct HintBar: Widget {
    var line: InputLine

    func draw(into grid: inout Grid, in rect: Rect) {
        guard let hint = line.hint else { return }
        let isProblem = line.problem != nil
        grid.fill(rect, " ", Style(.footer))
        grid.put(Line(isProblem ? " ! \(hint)" : " \(hint)", isProblem ? .error : .footer), at: rect.row(0))
    }
}
