import Model
import Terminal
import ViewModels
import Widgets

/// How many of what to ship or hand over, with which tracking, to arrive when.
struct ShipFormPage: Widget {
    var ship: ShipForm
    private let clock: Clock
    init(_ ship: ShipForm, clock: Clock) {
        self.ship = ship
        self.clock = clock
    }

    func draw(into grid: inout Grid, in rect: Rect) {
        grid.draw(FormPage(title: title, above: above, form: form, problem: ship.problem), in: rect)
    }

    /// The label above says where it goes, whole; a note beside the choice would only say it again.
    private var form: Form {
        var form = ship.form
        for number in form.fields.indices where label != nil && form.fields[number].id == .addressChoice {
            form.fields[number].note = ""
        }
        return form
    }

    /// The entered address, as long as it is the one that counts.
    private var label: AddressLabel? {
        guard case .one(let detail) = ship.subject, ship.verb == .ship, let address = detail.purchase.address,
            case .choice(_, selected: 0)? = ship.form[.addressChoice]?.kind
        else { return nil }
        return AddressLabel(
            address.labelLines.map(DetailLine.address) + address.oddities.map(DetailLine.addressFlag))
    }

    private var title: Line {
        let verb = Line(ship.verb == .ship ? ship.words.title : ship.verb.title, .title)
        switch ship.subject {
        case .one(let detail):
            return verb + Line("  \(detail.purchase.id)", .strong) + Line("  \(detail.purchase.purchaser)")
        case .many(let plan): return verb + Line("  \(counted(plan.included.count, "purchase"))", .strong)
        }
    }

    private var above: [any Widget] {
        if case .many(let plan) = ship.subject { return [BulkSummary(plan, clock)] }
        let alerts = [ship.claim?.words(clock), ship.companions.alert].compactMap(\.self)
        return alerts.map { Paragraph("! \($0)", .warning, hang: 2) } + (label.map { [$0] } ?? [])
    }
}

/// What an action over many purchases takes in, and what it leaves out and why.
struct BulkSummary: Widget {
    private let plan: BulkPlan
    private let clock: Clock
    init(_ plan: BulkPlan, _ clock: Clock) {
        self.plan = plan
        self.clock = clock
    }

    func height(for width: Int) -> Int { text.height(for: width) }
    func draw(into grid: inout Grid, in rect: Rect) { grid.draw(text, in: rect) }

    private var text: Paragraph {
        let skipped = plan.skippedLines.map { Line("! left out: \($0)", .warning) }
        let warnings = plan.warnings(clock).map { Line("! \($0)", .warning) }
        return Paragraph([Line(plan.summary, .strong)] + warnings + skipped, hang: 2)
    }
}
