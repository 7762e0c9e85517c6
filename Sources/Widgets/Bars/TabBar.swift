import Terminal

package struct Tab: Sendable, Hashable {
    /// The key that goes there; may be empty.
    package var key: String
    package var title: String
    package var count: String
    package init(key: String, title: String, count: String) {
        self.key = key
        self.title = title
        self.count = count
    }
}

/// Tabs in a row; the selected one stands in brackets.
///
/// Where space is short the last ones leave, then the others lose their titles, and at last only the selected
/// one is left. The selected one is always there, and always whole.
package struct TabBar: Widget {
    package var tabs: [Tab]
    package var selected: Int
    /// So many keep their places until titles have gone.
    package var essential = 5
    package init(_ tabs: [Tab], selected: Int) {
        self.tabs = tabs
        self.selected = selected
    }

    package func draw(into grid: inout Grid, in rect: Rect) {
        let (shown, haveTitles) = shown(in: rect.width)
        var rest = rect
        for number in shown {
            let words = words(of: number, hasTitle: haveTitles)
            let isSelected = number == selected
            let text = isSelected ? "[\(words)]" : " \(words) "
            let used = grid.put(text, at: rest, Style(isSelected ? .tabSelected : .tab))
            rest = rest.left(used + 1).1
        }
    }

    /// Which tabs stand there, by number, and whether the others than the selected one have titles.
    package func shown(in width: Int) -> (tabs: [Int], haveTitles: Bool) {
        let least = min(essential, tabs.count)
        let ways =
            (least...max(least, tabs.count)).reversed().map { (count: $0, haveTitles: true) }
            + (0...tabs.count).reversed().map { (count: $0, haveTitles: false) }
        for way in ways {
            let kept = first(way.count)
            if self.width(of: kept, haveTitles: way.haveTitles) <= width { return (kept, way.haveTitles) }
        }
        return (tabs.isEmpty ? [] : [selected], false)
    }

    /// The first tabs; the selected one takes the last place where it is not among them.
    private func first(_ count: Int) -> [Int] {
        let kept = Array(tabs.indices.prefix(count))
        guard tabs.indices.contains(selected), !kept.contains(selected) else { return kept }
        return kept.dropLast() + [selected]
    }

    private func width(of kept: [Int], haveTitles: Bool) -> Int {
        kept.reduce(-1) { $0 + textWidth(words(of: $1, hasTitle: haveTitles)) + 3 }
    }

    private func words(of number: Int, hasTitle: Bool) -> String {
        let tab = tabs[number]
        let parts = hasTitle || number == selected ? [tab.key, tab.title, tab.count] : [tab.key, tab.count]
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
