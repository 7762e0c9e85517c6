import Model
import Terminal
import ViewModels

/// The report of a day, as text for a file, a mail or a printer.
///
/// - Parameters:
///   - station: where it is made.
///   - clock: when.
package func dayText(_ account: DayAccount, station: String, clock: Clock) -> String {
    var page = PaperText()
    page.add("SHIPPED ON \(account.date)", right: "\(clock.moment(of: clock.now))  \(cleaned(station))")
    page.rule("=")
    page.wrap(cleaned(account.stores.joined(separator: ", ")), indent: 0)
    let work = account.work
    part("By station", work.stations, on: &page)
    part("By carrier", work.carriers, on: &page)
    page.rule()
    page.add(row("in all", work.total))
    if !work.kept.isEmpty { page.add(row("kept on this box", work.kept)) }
    if work.unconfirmed > 0 {
        page.add()
        page.wrap(
            "\(counted(work.unconfirmed, "mark")) of this day not confirmed yet, and counted nowhere above.",
            indent: 3, first: " !")
    }
    if let backlog = account.backlog {
        page.add()
        page.add(
            "Left to ship: \(counted(backlog.purchases, "purchase")), \(counted(backlog.items, "item")).")
    }
    return page.text
}

private func part(_ title: String, _ sums: [DaySum], on page: inout PaperText) {
    page.add()
    page.add(padded(title, to: 30) + "purchases  items  parcels  handed over   back")
    page.rule()
    for sum in sums { page.add(row(cleaned(sum.name), sum)) }
    if sums.isEmpty { page.add("  nothing") }
}

private func row(_ name: String, _ sum: DaySum) -> String {
    padded("  \(name)", to: 29) + right(sum.purchases, in: 10) + right(sum.out, in: 7)
        + right(sum.parcels, in: 9) + right(sum.handedOver, in: 13) + right(sum.takenBack, in: 7)
}
