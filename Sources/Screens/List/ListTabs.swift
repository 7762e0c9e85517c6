import Model
import Terminal
import ViewModels
import Widgets

/// The tabs with their counts.
struct ListTabs: Widget {
    var list: PurchaseList
    init(_ list: PurchaseList) { self.list = list }

    func draw(into grid: inout Grid, in rect: Rect) {
        let tabs = list.tabs
        let selected = tabs.firstIndex(where: \.isSelected) ?? 0
        grid.draw(TabBar(tabs.map(\.tab), selected: selected), in: rect)
    }
}

extension ListTab {
    /// What is seldom looked at leaves a narrow screen first.
    fileprivate var tab: Tab {
        let count = count.map(short) ?? "…"
        switch subject {
        case .state(let filter):
            return Tab(
                key: chord?.label ?? "", title: title, shortTitle: filter.shortTitle, count: count,
                isSpare: StateFilter.lastTabs.contains(filter))
        case .view:
            return Tab(
                key: chord?.label ?? "", title: title, shortTitle: String(title.prefix(6)), count: count,
                isExtra: true)
        }
    }
}

extension StateFilter {
    fileprivate var shortTitle: String {
        switch self {
        case .toShip: "Ship"
        case .partly: "Part"
        case .attention: "Attn"
        case .shipped: "Done"
        case .all: "All"
        case .nothing: "None"
        case .held: "Held"
        }
    }
}
