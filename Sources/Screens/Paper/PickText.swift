import Model
import Terminal
import ViewModels

/// A pick list on paper, with a place to tick each line and the purchases that it is for.
///
/// - Parameter stores: what they are called, by number.
package func pickText(
    _ list: PickList, stores: [StoreID: String], station: String, clock: Clock
) -> String {
    var page = PaperText()
    let day = clock.today.map { "\($0) " } ?? ""
    page.add("PICK LIST", right: "\(day)\(clock.time(of: clock.now))  \(cleaned(station))")
    page.rule("=")
    page.add(
        "\(counted(list.items, "item")) for \(counted(list.purchases, "purchase")), in the order of the shelves"
    )
    page.add()
    page.add("        qty  item")
    page.rule()
    let several = Set(list.lines.map(\.id.store)).count > 1
    for line in list.lines {
        let store = several ? "  (\(stores[line.id.store] ?? "store \(line.id.store.number)"))" : ""
        page.wrap(
            cleaned(line.words + store), indent: 13, first: " [ ]  \(right(line.quantity, in: 5))")
        page.wrap("for " + cleaned(sources(of: line)), indent: 17)
    }
    page.rule()
    page.add("      \(right(list.items, in: 5))  in all")
    if !list.skipped.isEmpty {
        page.add()
        page.add("Left out")
        for skip in list.skipped { page.wrap(cleaned(skip.words), indent: 4, first: " -") }
    }
    return page.text
}

/// `1043 (2), 1044`: so many as a person would look for.
private func sources(of line: PickLine) -> String {
    let most = 24
    let shown = line.sources.prefix(most).map {
        $0.quantity == 1 ? $0.key.purchase.text : "\($0.key.purchase) (\($0.quantity))"
    }
    let rest = line.purchases - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(counted(rest, "more purchase"))" : "")
}
