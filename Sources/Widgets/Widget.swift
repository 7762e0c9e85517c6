import Terminal

/// A value that draws itself into a rectangle of a grid and never outside of it.
///
/// Widgets know nothing of the trade: screens fill them with words.
package protocol Widget: Sendable {
    /// The rows that it would like to have at this width.
    func height(for width: Int) -> Int
    func draw(into grid: inout Grid, in rect: Rect)
}

extension Widget {
    package func height(for width: Int) -> Int { 1 }
}

extension Grid {
    package mutating func draw(_ widget: some Widget, in rect: Rect) {
        guard !rect.isEmpty else { return }
        widget.draw(into: &self, in: rect)
    }
}
