import Model
import Terminal
import ViewModels
import Widgets

/// `1043  Müller, Zoë`, and the state with its signs on the right.
struct DetailTitle: Widget {
    var screen: DetailScreen
    init(_ screen: DetailScreen) { self.screen = screen }

    func draw(into grid: inout Grid, in rect: Rect) {
        let id = Line(" \(screen.key.purchase)", .title)
        guard let detail = screen.detail else { return grid.draw(Bar(left: id), in: rect) }
        let name = Line("  \(detail.purchase.purchaser)", .strong)
        grid.draw(
            Bar(left: id + name, right: state(of: detail, isShort: rect.width < 60) + Line(" ")), in: rect)
    }

    private func words(of detail: PurchaseDetail, isShort: Bool) -> String {
        guard detail.store.capabilities.arrives else { return detail.standing.state.words }
        return isShort ? detail.standing.state.words(arrives: true) : detail.standingWords
    }

    private func state(of detail: PurchaseDetail, isShort: Bool) -> Line {
        let standing = detail.standing
        let signs: [Line] = [
            standing.attention.isEmpty ? .blank : Line(isShort ? "!" : "! attention", .stateAttention),
            standing.isWaiting ? Line(isShort ? "~" : "~ on its way", .waiting) : .blank,
            Line(words(of: detail, isShort: isShort), standing.state.role),
        ]
        return signs.joined(by: "  ")
    }
}
