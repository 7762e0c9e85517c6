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
/// Where space is short the others lose their titles, then their counts, and at last only the selected one is
/// left.
package struct TabBar: Widget {
    package var tabs: [Tab]
    package var selected: Int
    package init(_ tabs: [Tab], selected: Int) {
        self.tabs = tabs
        self.selected = selected
    }

    package func draw(into grid: inout Grid, in rect: Rect) {
        var rest = rect
        for (number, words) in words(for: rect.width) {
            let isSelected = number == selected
            let text = isSelected ? "[\(words)]" : " \(words) "
            let used = grid.put(text, at: rest, Style(isSelected ? .tabSelected : .tab))
            rest = rest.left(used + 1).1
        }
    }

    /// What each tab says at this width, by its number.
    package func words(for width: Int) -> [(Int, String)] {
        let ways: [(Tab) -> [String]] = [
            { [$0.key, $0.title, $0.count] }, { [$0.key, $0.count] }, { [$0.key] },
        ]
        for way in ways {
            let words = tabs.enumerated().map { number, tab in
                (number, TabBar.sentence(number == selected ? ways[0](tab) : way(tab)))
            }
            if words.reduce(-1, { $0 + textWidth($1.1) + 3 }) <= width { return words }
        }
        guard tabs.indices.contains(selected) else { return [] }
        return [(selected, TabBar.sentence(ways[0](tabs[selected])))]
    }

    private static func sentence(_ parts: [String]) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
