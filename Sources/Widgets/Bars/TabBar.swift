import Terminal

package struct Tab: Sendable, Hashable {
    /// The key that goes there; may be empty.
    package var key: String
    package var title: String
    /// Instead of the title where space is short.
    package var shortTitle: String
    package var count: String
    /// Leaves before titles are shortened.
    package var isSpare: Bool
    /// Leaves after titles are shortened, before the others lose theirs; the last first.
    package var isExtra: Bool
    package init(
        key: String, title: String, shortTitle: String? = nil, count: String, isSpare: Bool = false,
        isExtra: Bool = false
    ) {
        self.key = key
        self.title = title
        self.shortTitle = shortTitle ?? title
        self.count = count
        self.isSpare = isSpare
        self.isExtra = isExtra
    }
}

/// Tabs in a row; the selected one stands in brackets.
///
/// Where space is short spare ones leave, then titles become short, then extra ones leave, then all but the
/// selected one lose their titles, and at last only the selected one is left. The selected one is always
/// there, and always whole. How many have left stands at the end: `+2`.
package struct TabBar: Widget {
    package var tabs: [Tab]
    package var selected: Int

    package init(_ tabs: [Tab], selected: Int) {
        self.tabs = tabs
        self.selected = selected
    }

    package func draw(into grid: inout Grid, in rect: Rect) {
        let (shown, titles) = shown(in: rect.width)
        var rest = rect
        for number in shown {
            let words = words(of: number, titles)
            let isSelected = number == selected
            let text = isSelected ? "[\(words)]" : " \(words) "
            let used = grid.put(text, at: rest, Style(isSelected ? .tabSelected : .tab))
            rest = rest.left(used + 1).1
        }
        let sign = sign(for: shown)
        if !sign.isEmpty, textWidth(sign) <= rest.width { grid.put(sign, at: rest, Style(.tab)) }
    }

    private func sign(for kept: [Int]) -> String {
        kept.count < tabs.count ? "+\(tabs.count - kept.count)" : ""
    }

    package enum Titles: Sendable, Hashable { case whole, short, none }

    /// Which tabs stand there, by number, and with which titles.
    package func shown(in width: Int) -> (tabs: [Int], titles: Titles) {
        let all = Array(tabs.indices)
        let needed = all.filter { !tabs[$0].isSpare || $0 == selected }
        let ways: [([Int], Titles)] =
            [(all, .whole), (needed, .whole), (needed, .short)]
            + withFewerExtras(needed).map { ($0, .short) }
            + (0...needed.count).reversed().map { (first($0, of: needed), .none) }
        return ways.first { self.width(of: $0, $1) <= width } ?? (tabs.isEmpty ? [] : [selected], .none)
    }

    private func withFewerExtras(_ needed: [Int]) -> [[Int]] {
        let extras = needed.filter { tabs[$0].isExtra && $0 != selected }
        return extras.indices.reversed().map { count in
            needed.filter { !extras[count...].contains($0) }
        }
    }

    /// The first tabs; the selected one takes the last place where it is not among them.
    private func first(_ count: Int, of needed: [Int]) -> [Int] {
        let kept = Array(needed.prefix(count))
        guard tabs.indices.contains(selected), !kept.contains(selected) else { return kept }
        return kept.dropLast() + [selected]
    }

    private func width(of kept: [Int], _ titles: Titles) -> Int {
        let sign = kept.count > 1 ? textWidth(sign(for: kept)) : 0
        return kept.reduce(sign > 0 ? sign : -1) { $0 + textWidth(words(of: $1, titles)) + 3 }
    }

    private func words(of number: Int, _ titles: Titles) -> String {
        let tab = tabs[number]
        let title =
            switch titles {
            case .whole: tab.title
            case .short: tab.shortTitle
            case .none: number == selected ? tab.title : ""
            }
        return [tab.key, title, tab.count].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
