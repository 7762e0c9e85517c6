import Model
import ViewModels

extension Situation {
    static let bothSides: [Situation] = [
        both("both-sides-conflict", conflict),
        both("both-sides-address", readdressed),
        both("both-sides-attention", ambiguous),
        both("both-sides-landed-late", landedLate),
        both("both-sides-unknown", unknown),
        above("both-sides-missing") { _ in
            var screen = BothSidesScreen(MarkID(77), of: Station.key(1043))
            screen.isMissing = true
            return [.bothSides(screen)]
        },
    ]

    private static func both(_ name: String, _ sides: BothSides) -> Situation {
        above(name) { _ in [.bothSides(BothSidesScreen(sides.mark.id, of: sides.detail.key, sides: sides))] }
    }

    /// Three were marked; before that left somebody else shipped two.
    private static let conflict: BothSides = {
        let mark = Details.mark(
            41, item: 1, quantity: 3, state: .conflict, tracking: "1Z999AA10123456784", minutesAgo: 12,
            reason: "Somebody else marked this item since.")
        let ours = Fulfillment(
            item: 1, at: Station.now - 90_000, quantity: 1, tracking: "00340434161094042557")
        let foreign = Fulfillment(item: 1, at: Station.now - 300, quantity: 2, tracking: "1Z12345E0205271688")
        return sides(mark, before: [ours], since: [foreign], ownBefore: true)
    }()

    private static let readdressed: BothSides = {
        var mark = Details.mark(
            42, item: 2, quantity: 1, state: .conflict, minutesAgo: 50,
            reason: "The buyer changed the address since.")
        let old = ShippingAddress(
            fullName: "Zoë Müller", address1: "Lindenallee 9", city: "Köln", zipcode: "50667",
            countryCode: "DE")
        mark.address = old
        mark.basis.address = old
        return sides(mark)
    }()

    /// Two entries came that look alike; one may be this mark's.
    private static let ambiguous: BothSides = {
        var mark = Details.mark(
            43, item: 1, quantity: 1, state: .attention, minutesAgo: 30,
            reason: "Several new entries look like this mark; one may be another's.", attempts: 1)
        mark.attempt = attempt(secondsAgo: 1700)
        return sides(
            mark,
            since: [
                Fulfillment(item: 1, at: Station.now - 1690, quantity: 1),
                Fulfillment(item: 1, at: Station.now - 1600, quantity: 1),
            ])
    }()

    private static let landedLate: BothSides = {
        var mark = Details.mark(
            44, item: 1, quantity: 2, state: .confirmed, minutesAgo: 20, attempts: 2)
        let first = Fulfillment(item: 1, at: Station.now - 1100, quantity: 2)
        let late = Fulfillment(item: 1, at: Station.now - 900, quantity: 2)
        let keys = entryKeys(of: [first, late])
        mark.claimed = keys[0]
        var sides = Situation.sides(mark, since: [first, late])
        sides.late = [keys[1]: mark.id]
        sides.attempts = [attempt(secondsAgo: 1190), attempt(secondsAgo: 1110)]
        sides.detail.alarms = [
            Alarm(
                reason: .landedLate, mark: mark.id,
                words: "An earlier attempt at item 1 landed late: take 2 back.")
        ]
        return sides
    }()

    private static let unknown: BothSides = {
        var mark = Details.mark(
            45, item: 2, quantity: 1, state: .unknown, minutesAgo: 1, reason: "No answer came within 20 s.",
            attempts: 1)
        mark.attempt = attempt(secondsAgo: 25)
        var sides = Situation.sides(mark)
        sides.prospect = Prospect(readAt: (Station.now + 10) * 1000, sendFrom: (Station.now + 17) * 1000)
        return sides
    }()

    private static func attempt(secondsAgo: Int64) -> Attempt {
        Attempt(
            epoch: 3, request: "3-1", sentAt: (Station.now - secondsAgo) * 1000, snapshot: [], lines: 1,
            failedAt: (Station.now - secondsAgo + 20) * 1000)
    }

    /// A purchase of four shirts and a mug, with what its ledger held when the mark was made and what since.
    private static func sides(
        _ mark: Mark, before: [Fulfillment] = [], since: [Fulfillment] = [], ownBefore: Bool = false
    ) -> BothSides {
        var mark = mark
        mark.basis.entries = entryKeys(of: before).filter { $0.item == mark.item }
        mark.basis.net = before.reduce(0) { $0 + $1.quantity }
        if mark.basis.address == nil { mark.basis.address = Details.munich }
        if mark.verb == .ship, mark.address == nil { mark.address = mark.basis.address }
        let purchase = Purchase(
            id: PurchaseID(1043), purchasedAt: Station.now - 2 * 86_400, firstName: "Zoë", lastName: "Müller",
            lastModified: Station.now - 300,
            items: [
                PurchasedItem(num: 1, itemID: 31, variantID: 702, quantity: 4),
                PurchasedItem(num: 2, itemID: 32, quantity: 1),
            ], ledger: before + since, address: Details.munich)
        var marks = [mark]
        if ownBefore {
            var own = Details.mark(9, item: 1, quantity: 1, state: .confirmed, minutesAgo: 1500)
            own.claimed = entryKeys(of: before).first
            marks.insert(own, at: 0)
        }
        let figures = Figures(purchase, marks: marks)
        let detail = PurchaseDetail(
            store: Station.gala, purchase: purchase, figures: figures,
            standing: Standing(purchase, figures: figures, marks: marks), marks: marks,
            names: [1: "Shirt L", 2: "Mug"])
        return BothSides(
            mark: mark, attempts: [mark.attempt].compactMap(\.self), detail: detail,
            readAt: (Station.now - 20) * 1000)
    }
}
