import Model
import ViewModels

/// A purchase in plain lines for people: `shipdesk show`.
struct PurchaseText {
    let detail: PurchaseDetail

    init(_ detail: PurchaseDetail) { self.detail = detail }

    var lines: [String] { head + items + address + ledger + values + marks }

    private var head: [String] {
        let purchase = detail.purchase
        let code = purchase.confirmationCode.map { "  code \($0)" } ?? ""
        return ["\(purchase.id)  \(purchase.purchaser)\(code)  \(stateWords)"]
            + (detail.isGone ? ["! gone from the store's list"] : [])
            + detail.standing.attention.map { "! \($0.sentence)" }
            + (detail.hold.map { ["held: \($0.reason)"] } ?? [])
            + detail.memos.map { "note: \($0.text) (\($0.author.person), \($0.author.station))" }
    }

    /// The word that JSON has; for a listing what it means beside it.
    private var stateWords: String {
        let state = detail.standing.state.rawValue
        return detail.store.capabilities.arrives ? "\(state) (\(detail.standingWords))" : state
    }

    private var items: [String] {
        detail.figures.items.map { item in
            let moved = item.transferredOut > 0 ? ", \(item.transferredOut) transferred" : ""
            let cancelled = item.cancelled > 0 ? ", \(item.cancelled) cancelled" : ""
            return "  item \(item.item.num)  \(detail.name(of: item.item.num)): bought \(item.item.quantity)"
                + "\(cancelled)\(moved), fulfilled \(item.net), safe to ship \(item.safe)"
        }
    }

    private var address: [String] {
        guard let address = detail.purchase.address else {
            return ["  \(detail.addressSource.whyNone)"]
        }
        let town = [address.zipcode, address.city, address.state, address.countryCode].compactMap(\.self)
        let lines: [String?] = [
            address.fullName, address.address1, address.address2, town.joined(separator: " "),
        ]
        return lines.compactMap(\.self).filter { !$0.isEmpty }.map { "  | \($0)" }
    }

    private var ledger: [String] {
        detail.purchase.ledger.map { entry in
            let tracking = entry.tracking.map { "  \(TrackingReading.named($0))" } ?? ""
            let kept = detail.store.capabilities.marksLeave ? "" : "  kept on this box"
            return
                "  ledger  item \(entry.item)  \(entry.quantity > 0 ? "+" : "")\(entry.quantity)\(tracking)"
                + kept
        }
    }

    /// By the names of the document, which `change` takes.
    private var values: [String] {
        guard detail.store.valueRules != nil else { return [] }
        let values = detail.purchase.attributes
        return values.names.compactMap { name in values[name].map { "  value   \(name)=\($0)" } }
    }

    private var marks: [String] {
        detail.marks.map { mark in
            let isKept = mark.state == .confirmed && !detail.store.capabilities.marksLeave
            let reason = mark.reason.map { "  \($0)" } ?? (isKept ? "  kept on this box" : "")
            let sets = mark.sets.map { "  " + $0.names.joined(separator: " ") } ?? ""
            let tracking = mark.tracking.map { "  \(TrackingReading.named($0))" } ?? ""
            return
                "  mark \(mark.id)  item \(mark.item)  \(mark.quantity)\(tracking)\(sets)  \(mark.state.rawValue)\(reason)"
        }
    }
}
