import Terminal
import ViewModels
import Widgets

/// The last line: the keys that matter now. Help stays where the others are cut.
struct FooterBar: Widget {
    var hints: [FooterHint]
    init(_ hints: [FooterHint]) { self.hints = hints }

    func draw(into grid: inout Grid, in rect: Rect) {
        let help = hints.last { $0.label == BrowsingIntent.help.label }
        let others = hints.filter { $0 != help }.map(\.hint)
        grid.fill(rect, " ", Style(.footer))
        grid.draw(Footer(others, last: help?.hint), in: rect.inset(by: 1))
    }
}

extension FooterHint {
    /// What cannot be had now keeps its place, in parentheses, so that hands find the others.
    fileprivate var hint: Hint { Hint(chord.label, isEnabled ? label : "(\(label))") }
}
