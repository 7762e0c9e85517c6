import Model
@testable import ViewModels

extension Situation {
    static let forms: [Situation] = [
        above("ship-one") { _ in [.ship(ship)] },
        above("ship-invalid") { _ in
            var ship = ship
            ship.problem = "Nothing was sent yet: two fields need another look."
            ship.form.fields[1].problem = "3 is more than the 2 that is safe to ship"
            ship.form.fields[1].entry = TextEntry("3")
            ship.form.fields[4].entry = TextEntry("31 feb")
            ship.form.fields[4].problem = "no such day: 2026-11-27, +3d, fri"
            ship.form.focus = 4
            return [.ship(ship)]
        },
        above("ship-many") { desk in [.ship(bulk(desk))] },
        above("undo") { _ in [.undo(undo)] },
        above("hold") { desk in
            var form = Form([FormField(.reason, "Reason", text: "address looks wrong, asked by mail")])
            form.focus = 0
            return [.hold(HoldForm(key: desk.list.rows[0].key, purchaser: "Müller, Zoë", form: form))]
        },
    ]

    private static var ship: ShipForm {
        var form = Form([
            FormField(.verb, "What", kind: .choice(["ship", "hand over"], selected: 0)),
            FormField(.quantity(item: 1), "Shirt L", kind: .quantity(most: 2), text: "2", note: "of 2 safe"),
            FormField(
                .quantity(item: 2), "Poster, signed", kind: .quantity(most: 1), text: "1", note: "of 1 safe"),
            FormField(.tracking, "Tracking", text: "1Z999AA10123456784"),
            FormField(.deliverBy, "Deliver by", text: "fri", note: "Fri 2026-11-27"),
            FormField(.addressChoice, "Address", kind: .choice(["as entered", "another"], selected: 0)),
        ])
        form.focus = 3
        return ShipForm(subject: .one(Details.eventful), form: form)
    }

    private static func bulk(_ desk: Desk) -> ShipForm {
        let candidates = desk.list.rows.map { candidate($0) }
        let plan = BulkPlan(
            verb: .ship, included: candidates,
            skipped: [.noAddress: [Station.key(1047)], .young: [Station.key(1062), Station.key(1063)]])
        var form = Form([
            FormField(.verb, "What", kind: .choice(["ship", "hand over"], selected: 0)),
            FormField(.deliverBy, "Deliver by", text: ""),
        ])
        form.focus = 1
        return ShipForm(subject: .many(plan), form: form)
    }

    private static func candidate(_ row: ListRow) -> BulkCandidate {
        var candidate = BulkCandidate(Details.eventful)
        candidate.key = row.key
        candidate.safe = row.contents.reduce(0) { $0 + $1.count }
        return candidate
    }

    private static var undo: UndoForm {
        let detail = Details.eventful
        let sources = UndoSource.all(of: detail)
        var form = Form(
            sources.enumerated().map { number, source in
                FormField(
                    .source(number), source.itemName, kind: .quantity(most: source.available),
                    text: source.isOurs ? "\(source.available)" : "0", note: "of \(source.available)")
            })
        form.focus = 0
        return UndoForm(detail: detail, sources: sources, form: form)
    }
}
