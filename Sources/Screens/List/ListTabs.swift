import Model
import Terminal
import ViewModels
import Widgets

/// The tabs with their counts.
struct ListTabs: Widget {
    var desk: Desk
    init(_ desk: Desk) { self.desk = desk }

    func draw(into grid: inout Grid, in rect: Rect) {
        let tabs = desk.tabs
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
                key: chord?.label ?? "", title: title, shortTitle: shortTitle(of: filter), count: count,
                isSpare: StateFilter.lastTabs.contains(filter))
        case .view:
            return Tab(
                key: chord?.label ?? "", title: title, shortTitle: String(title.prefix(6)), count: count,
                isExtra: true)
        }
    }

    private func shortTitle(of filter: StateFilter) -> String {
        switch filter {
        case .toShip where arrives: "Come"
        case .shipped where arrives: "Here"
        default: filter.shortTitle
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
