import Cache
import FoundationEssentials
import Model

/// Marks as CSV, a line each: what a shop enters or uploads elsewhere. The first columns are those that
/// `import` takes.
struct MarkCSV {
    let reader: CacheReader

    static let columns = [
        "purchase", "item", "quantity", "tracking", "deliver_by", "store", "item_id", "name", "verb", "state",
        "made_at", "person", "station", "kept_on_this_box", "mark",
    ]

    /// - Throws: ``CacheError``.
    func row(_ mark: Mark, of store: Store) throws -> String {
        let detail = try reader.detail(PurchaseKey(store: mark.store, purchase: mark.purchase))
        let item = detail?.purchase.items.first { $0.num == mark.item }
        let isKept = mark.state == .confirmed && !store.capabilities.marksLeave
        // Our own number stays one: it is no text of a stranger's that a spreadsheet could run.
        return CSV.row([mark.purchase.text, String(mark.item)]) + ",\(mark.quantity),"
            + CSV.row([
                mark.tracking ?? "", mark.deliverBy?.description ?? "", store.name,
                item.map { String($0.itemID) } ?? "", item.flatMap { detail?.name(of: $0.num) } ?? "",
                mark.verb.rawValue, mark.state.rawValue,
                Date(timeIntervalSince1970: Double(mark.madeAt / 1_000)).formatted(.iso8601),
                mark.author.person, mark.author.station, isKept ? "yes" : "no", mark.id.description,
            ])
    }
}
