import Model

@testable import ViewModels

extension Situation {
    static let forms: [Situation] = [
        above("ship-one") { _ in [.ship(ship(focus: .tracking))] },
        above("ship-another-address") { _ in
            var ship = ship(focus: .address(.city))
            ship.form.change(.addressChoice) { $0.kind = .choice(["as entered", "another"], selected: 1) }
            ship.showWhatCounts()
            return [.ship(ship)]
        },
        above("ship-invalid") { _ in
            var ship = ship(focus: .deliverBy)
            ship.problem = "Nothing was sent yet: two fields need another look."
            ship.form.change(.quantity(item: 1)) {
                $0.entry = TextEntry("3")
                $0.problem = "Only 1 is safe to ship."
            }
            ship.form.change(.deliverBy) {
                $0.entry = TextEntry("31 feb")
                $0.problem = "No date: try 2026-12-24, +3d or fri."
            }
            return [.ship(ship)]
        },
        above("ship-many") { desk in [.ship(ShipForm(plan(desk)))] },
        above("undo") { desk in [.undo(UndoForm(Details.eventful, clock: desk.surroundings.clock))] },
        above("hold") { _ in
            var hold = HoldForm(Details.eventful)
            hold.form.change(.reason) { $0.entry = TextEntry("address looks wrong, asked by mail") }
            return [.hold(hold)]
        },
    ]

    /// Everything safe of an eventful purchase, with the focus on one field.
    static func ship(focus: FieldID) -> ShipForm {
        var ship = ShipForm(Details.eventful, verb: .ship)
        ship.form.change(.tracking) { $0.entry = TextEntry("1Z999AA10123456784") }
        ship.form.change(.deliverBy) { $0.entry = TextEntry("fri") }
        ship.showCarrier()
        ship.form.focus = ship.form.fields.firstIndex { $0.id == focus } ?? 0
        return ship
    }

    /// The whole page: some without an address, some too young.
    static func plan(_ desk: Desk) -> BulkPlan {
        let candidates = desk.list.rows.map { row in
            var candidate = BulkCandidate(Details.eventful)
            candidate.key = row.key
            candidate.safe = row.contents.reduce(0) { $0 + $1.count }
            candidate.purchasedAt = row.listedAt ?? 0
            candidate.hasUsableAddress = row.hasUsableAddress
            candidate.isUnsettled = false
            return candidate
        }
        return BulkPlan(verb: .ship, candidates, now: desk.surroundings.clock.now)
    }
}
