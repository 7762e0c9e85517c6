import Model

@testable import ViewModels

extension Situation {
    static let packing: [Situation] = [
        above("pick-list") { _ in [.pick(picked())] },
        above("pick-list-unfolded") { _ in
            var pick = picked()
            pick.unfolded = Set(Picks.list.lines.prefix(2).map(\.id))
            pick.cursor = 3
            pick.isStale = true
            return [.pick(pick)]
        },
        above("pick-counting") { _ in [.pick(PickScreen(.list(ListQuery())))] },
        above("pick-nothing") { _ in
            var pick = PickScreen(.list(ListQuery()))
            pick.list = PickList(skipped: Picks.list.skipped)
            pick.isCounting = false
            return [.pick(pick)]
        },
        above("slips") { desk in
            let keys = desk.list.rows.prefix(12).map(\.key)
            var paper = PaperForm(slipsOf: keys, order: desk.list.query, in: desk.surroundings)
            paper.form.focus = 1
            return [.paper(paper)]
        },
        above("slips-no-printer") { desk in
            var surroundings = desk.surroundings
            surroundings.paper = PaperTools(
                whyNoPDF: "There is no cupsfilter on this machine.",
                whyNoPrinting: "There is no lp on this machine.")
            var paper = PaperForm(Picks.list, in: surroundings)
            _ = paper.press(KeyPress("space", at: 1), in: surroundings)
            paper.problem = "pick-list.txt is there already; take another name."
            return [.paper(paper)]
        },
        above("memo") { _ in
            var memo = MemoForm(Details.eventful)
            memo.form.change(.memo) { $0.entry = TextEntry("leave it with the neighbour, ring twice") }
            return [.memo(memo)]
        },
        above("ship-claimed") { _ in
            var ship = ShipForm(packed, verb: .ship)
            ship.form.focus = 1
            return [.ship(ship)]
        },
        above("detail-packing") { _ in [.detail(DetailScreen(packed.key, detail: packed))] },
        above("ship-many-packing") { desk in
            var candidates = plan(desk).candidates
            candidates[0].claim = Picks.claim
            candidates[0].companions = packed.companions
            candidates[1].isHeld = true
            candidates[1].holdReason = "size is asked for"
            return [.ship(ShipForm(BulkPlan(verb: .ship, candidates, now: Station.now)))]
        },
        listed("list-packing", filter: .held) { desk in
            for place in desk.list.rows.indices {
                desk.list.rows[place].state = .held
                desk.list.rows[place].holdReason =
                    place.isMultiple(of: 2) ? "size is asked for" : "two\nlines, \u{1B}[31mred"
                desk.list.rows[place].hasMemo = (1...3).contains(place)
            }
            desk.list.rows[0].claim = Picks.claim
        },
    ]

    private static func picked() -> PickScreen {
        var pick = PickScreen(.purchases([]))
        pick.list = Picks.list
        pick.isCounting = false
        pick.ticks = [Picks.list.lines[0].id: 12, Picks.list.lines[2].id: 1]
        pick.cursor = 1
        return pick
    }

    /// With a note, somebody else at it, and others to the same address.
    private static var packed: PurchaseDetail {
        var detail = Details.eventful
        detail.memos = [
            Memo(
                text: "leave it with the neighbour, ring twice", author: Station.elsewhere,
                at: Station.now - 400)
        ]
        detail.claim = Picks.claim
        detail.companions = [
            Companion(key: Station.key(1044), contents: [ItemCount(count: 2, name: "Shirt, M")]),
            Companion(key: Station.key(1099), contents: [ItemCount(count: 1, name: "Mug")], isHeld: true),
        ]
        return detail
    }
}
