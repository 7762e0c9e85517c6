import Terminal
import ViewModels
import Widgets

/// Where it goes and the plain facts: side by side where there is room, so that both are seen at once.
struct DetailHead: Widget {
    private let address: [DetailLine]
    private let facts: FactList
    private var label: AddressLabel { AddressLabel(address) }

    /// - Parameter lines: those above the items; others than address and facts are passed over.
    init(_ lines: [DetailLine]) {
        address = lines.filter { $0.kind == .address }
        facts = FactList(lines.compactMap(\.asFact))
    }

    func height(for width: Int) -> Int {
        let label = label.height(for: labelWidth(of: width))
        guard isWide(width) else { return label + facts.height(for: width) + (address.isEmpty ? 0 : 1) }
        return max(label, facts.height(for: width) + 2)
    }

    func draw(into grid: inout Grid, in rect: Rect) {
        guard isWide(rect.width) else {
            let (top, rest) = rect.top(label.height(for: rect.width))
            grid.draw(label, in: top)
            return grid.draw(facts, in: address.isEmpty ? rest : rest.top(1).1)
        }
        grid.draw(label, in: rect.left(labelWidth(of: rect.width)).0)
        grid.draw(facts, in: rect.left(labelWidth(of: rect.width) + DetailHead.gap).1.top(1).1)
    }

    private func isWide(_ width: Int) -> Bool { width >= 70 && address.contains { !$0.isFlag } }
    private func labelWidth(of width: Int) -> Int {
        isWide(width) ? min(label.boxWidth, (width - DetailHead.gap) / 2) : width
    }
    private static let gap = 4
}
