import Model
import Terminal
import ViewModels

/// The packing slip of a purchase: what goes into the parcel, where it goes, and a place to tick.
///
/// - Parameters:
///   - quantities: by item number, how many; nil: all that is safe to ship.
///   - station: where it is printed.
/// - Returns: one page, or more where it is long; without a form feed.
package func slipText(
    _ detail: PurchaseDetail, quantities: [Int: Int]? = nil, station: String, clock: Clock
) -> String {
    var slip = PaperText()
    let purchase = detail.purchase
    slip.add(cleaned(detail.store.name), right: "PACKING SLIP")
    slip.rule("=")
    slip.add(
        "Purchase  \(cleaned(purchase.id.text))", right: "bought   \(minute(purchase.purchasedAt, clock))")
    slip.add(
        purchase.confirmationCode.map { "Code      \(cleaned($0))" } ?? "",
        right: "printed  \(minute(clock.now, clock))")
    slip.add("Buyer     \(cleaned(purchase.purchaser))", right: "at  \(cleaned(station))")
    slip.add()
    addLabel(of: detail, to: &slip)
    addItems(of: detail, quantities, to: &slip)
    addShipped(of: detail, clock, to: &slip)
    addNotes(of: detail, clock, to: &slip)
    slip.add()
    slip.add("Packed by ______________________", right: "Checked by ______________________")
    return slip.text
}

/// `2026-11-22 14:02`.
private func minute(_ instant: Int64, _ clock: Clock) -> String {
    let day = clock.date(of: instant).map { "\($0) " } ?? ""
    return day + clock.time(of: instant)
}

private func addLabel(of detail: PurchaseDetail, to slip: inout PaperText) {
    guard let address = detail.purchase.address, address.isUsable else {
        let isNowhere = detail.purchase.address == nil && !detail.store.capabilities.addresses
        let why = detail.addressSource.whyNone
        return slip.add(
            isNowhere
                ? why.prefix(1).uppercased() + why.dropFirst() + "."
                : "NO USABLE ADDRESS: hand it over, or ask.")
    }
    let lines = address.labelLines.map { cleaned($0) }
    let width = min(PaperText.width - 4, max(36, lines.map(textWidth).max() ?? 0))
    let edge = String(repeating: "-", count: width + 2)
    slip.add("+- SHIP TO " + edge.dropFirst(10) + "+")
    for line in lines { slip.add("| \(padded(line, to: width)) |") }
    slip.add("+\(edge)+")
    slip.add()
}

private func addItems(of detail: PurchaseDetail, _ quantities: [Int: Int]?, to slip: inout PaperText) {
    let lines = detail.figures.items.map { line in
        (line.item.num, quantities.map { $0[line.item.num, default: 0] } ?? line.safe)
    }
    slip.add("        qty  item")
    slip.rule()
    for (item, quantity) in lines where quantity > 0 {
        slip.wrap(cleaned(detail.name(of: item)), indent: 13, first: " [ ]  \(right(quantity, in: 5))")
    }
    slip.rule()
    let total = lines.reduce(0) { $0 + $1.1 }
    slip.add(total == 0 ? "      Nothing is safe to ship." : "      \(right(total, in: 5))  in this parcel")
}

private func addShipped(of detail: PurchaseDetail, _ clock: Clock, to slip: inout PaperText) {
    let entries = detail.purchase.ledger
    guard !entries.isEmpty || detail.figures.waiting > 0 else { return }
    slip.add()
    slip.add("Shipped before")
    for entry in entries {
        let day = clock.date(of: entry.at - detail.clockOffset).map { "\($0)" } ?? ""
        let deed = entry.quantity < 0 ? "taken back " : ""
        let tracking = entry.tracking.map { "  \($0)" } ?? ""
        slip.wrap(
            cleaned("\(deed)\(entry.quantity.magnitude) \(detail.name(of: entry.item))\(tracking)"),
            indent: 13,
            first: " \(day)")
    }
    if detail.figures.waiting > 0 { slip.add("             \(detail.figures.waiting) more on the way") }
}

private func addNotes(of detail: PurchaseDetail, _ clock: Clock, to slip: inout PaperText) {
    guard !detail.memos.isEmpty || detail.hold != nil else { return }
    slip.add()
    slip.add("Notes")
    if let hold = detail.hold { slip.wrap("ON HOLD: \(cleaned(hold.reason))", indent: 13) }
    for memo in detail.memos {
        let day = clock.date(of: memo.at).map { "\($0)" } ?? ""
        slip.wrap(cleaned("\(memo.author.person): \(memo.text)"), indent: 13, first: " \(day)")
    }
}
