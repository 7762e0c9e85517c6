import Model
import Terminal
import ViewModels
import Widgets

/// How many of what to ship or hand over, with which tracking, to arrive when.
struct ShipFormPage: Widget {
    var ship: ShipForm
    init(_ ship: ShipForm) { self.ship = ship }

    func draw(into grid: inout Grid, in rect: Rect) {
        let page = FormPage(title: title, above: above, form: ship.form, problem: ship.problem)
        grid.draw(page, in: rect)
    }

    private var title: Line {
        let verb = Line(ship.verb.words, .title)
        switch ship.subject {
        case .one(let detail):
            return verb + Line("  \(detail.purchase.id)", .strong) + Line("  \(detail.purchase.purchaser)")
        case .many(let plan): return verb + Line("  \(counted(plan.included.count, "purchase"))", .strong)
        }
    }

    private var above: [any Widget] {
        switch ship.subject {
        case .one(let detail):
            return ship.verb == .ship && detail.store.capabilities.addresses
                ? [AddressLine(detail.purchase.address)] : []
        case .many(let plan): return [BulkSummary(plan)]
        }
    }
}

/// Where it goes, in one row.
struct AddressLine: Widget {
    private let address: ShippingAddress?
    init(_ address: ShippingAddress?) { self.address = address }

    func draw(into grid: inout Grid, in rect: Rect) { grid.put(line, at: rect) }

    private var line: Line {
        guard let address else { return Line("! There is no address to ship to.", .warning) }
        let street = [address.address1, address.address2].compactMap(\.self).filter { !$0.isEmpty }
        let town = [address.zipcode, address.city, address.state, address.countryCode].compactMap(\.self)
            .filter { !$0.isEmpty }.joined(separator: " ")
        let parts = [address.fullName ?? ""] + street + [town]
        let missing = address.missingParts
        let flag =
            missing.isEmpty ? Line.blank : Line("  ! no \(missing.joined(separator: ", no "))", .warning)
        return Line("To  ", .label) + Line(parts.filter { !$0.isEmpty }.joined(separator: ", ")) + flag
    }
}

/// What an action over many purchases takes in, and what it leaves out and why.
struct BulkSummary: Widget {
    private let plan: BulkPlan
    init(_ plan: BulkPlan) { self.plan = plan }

    func height(for width: Int) -> Int { Paragraph(lines).height(for: width) }
    func draw(into grid: inout Grid, in rect: Rect) { grid.draw(Paragraph(lines), in: rect) }

    private var lines: [Line] {
        let requests = plan.requests > 1 ? ", in \(counted(plan.requests, "request"))" : ""
        let all = "\(counted(plan.items, "item")) of \(counted(plan.included.count, "purchase"))\(requests)"
        let skipped = SkipReason.allCases.compactMap { reason in
            plan.skipped[reason].map { Line("\(grouped($0.count)) left out: \(reason.words)", .warning) }
        }
        return [Line(all, .strong)] + skipped
    }
}
