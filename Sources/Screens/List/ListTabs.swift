import Model
import Terminal
import ViewModels
import Widgets

/// The state tabs with their counts.
struct ListTabs: Widget {
    var list: PurchaseList
    init(_ list: PurchaseList) { self.list = list }

    func draw(into grid: inout Grid, in rect: Rect) {
        let tabs = list.tabs
        let selected = tabs.firstIndex(where: \.isSelected) ?? 0
        let bar = TabBar(
            tabs.map { Tab(key: $0.chord.label, title: $0.title, count: short($0.count)) }, selected: selected
        )
        grid.draw(bar, in: rect)
    }
}
