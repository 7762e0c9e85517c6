import Model
import ViewModels

extension Store {
    /// A ticket store that can do everything.
    package static let gala = Store(
        id: StoreID(1), name: "spring-gala",
        identity: StoreIdentity(api: .runsignupTicketStore, baseURL: "http://127.0.0.1:1", place: "7001"))

    package static let run = Store(
        id: StoreID(2), name: "city-run",
        identity: StoreIdentity(api: .runsignupRaceStore, baseURL: "http://127.0.0.1:1", place: "12"))
}

extension Clock {
    /// Sunday 2026-11-22, 14:02 in a zone one hour east of UTC.
    package static let sunday = Clock(now: 1_795_352_520, utcOffset: 3600)
}

extension Author {
    package static let zoe = Author(person: "zoe", station: "bench-3")
}

extension Surroundings {
    package static var bench: Surroundings {
        var bench = Surroundings(author: .zoe, stores: [.gala])
        bench.clock = .sunday
        bench.themes = ["harbour", "paper"]
        return bench
    }

    package func sized(_ width: Int, _ height: Int) -> Surroundings {
        var sized = self
        sized.layout = Layout(width: width, height: height)
        return sized
    }
}

extension ShippingAddress {
    package static let munich = ShippingAddress(
        fullName: "Zoë Müller", address1: "Ahornweg 4", city: "München", zipcode: "80331", countryCode: "DE")
}

extension PurchaseDetail {
    /// A purchase of shirts and mugs, bought two days ago; later ids are bought later.
    package static func sample(
        _ id: Int, shirts: Int = 2, mugs: Int = 0, ledger: [Fulfillment] = [], marks: [Mark] = []
    ) -> PurchaseDetail {
        let items = [(1, shirts), (2, mugs)].filter { $0.1 > 0 }.map {
            PurchasedItem(num: $0.0, itemID: Int64($0.0), quantity: $0.1)
        }
        let purchase = Purchase(
            id: PurchaseID(id), purchasedAt: 1_795_180_000 + Int64(id), firstName: "Zoë",
            lastName: "Müller", confirmationCode: "C\(id)", items: items, ledger: ledger, address: .munich)
        let figures = Figures(purchase, marks: marks)
        return PurchaseDetail(
            store: .gala, purchase: purchase, figures: figures,
            standing: Standing(purchase, figures: figures, marks: marks), marks: marks,
            names: [1: "Shirt, L", 2: "Mug"]
        )
    }

    package func named(_ lastName: String) -> PurchaseDetail { changed { $0.purchase.lastName = lastName } }
    package func held(_ hold: Hold) -> PurchaseDetail { changed { $0.hold = hold } }
    package func gone() -> PurchaseDetail { changed { $0.isGone = true } }
    package func inStore(_ store: Store) -> PurchaseDetail { changed { $0.store = store } }
    package func addressed(_ address: ShippingAddress?) -> PurchaseDetail {
        changed { $0.purchase.address = address }
    }
    /// Bought so many seconds before ``Clock/sunday``.
    package func aged(_ seconds: Int64) -> PurchaseDetail {
        changed { $0.purchase.purchasedAt = Clock.sunday.now - seconds }
    }

    /// The purchase with its numbers and standing made anew.
    private func changed(_ change: (inout PurchaseDetail) -> Void) -> PurchaseDetail {
        var detail = self
        change(&detail)
        detail.figures = Figures(detail.purchase, marks: detail.marks, isGone: detail.isGone)
        detail.standing = Standing(
            detail.purchase, figures: detail.figures, marks: detail.marks, isHeld: detail.hold != nil,
            needsAddress: detail.store.capabilities.addresses)
        return detail
    }
}

extension Mark {
    /// A shirt of purchase 1043, shipped half an hour ago; higher ids were made later.
    package static func sample(
        _ id: Int64, action: Int64 = 1, purchase: Int = 1043, item: Int = 1, quantity: Int = 1,
        state: MarkState = .confirmed
    ) -> Mark {
        Mark(
            id: MarkID(id), action: ActionID(action), store: Store.gala.id, purchase: PurchaseID(purchase),
            item: item, quantity: quantity, verb: .ship, tracking: "1Z\(id)",
            basis: Basis(net: 0, lastModified: nil, address: nil, entries: []), author: .zoe,
            madeAt: (Clock.sunday.now - 1800 + id) * 1000, state: state)
    }

    /// The mark with the entry of the ledger that it made.
    package func claiming(_ entry: EntryKey) -> Mark { changed { $0.claimed = entry } }
    package func tried(_ attempt: Attempt) -> Mark { changed { $0.attempt = attempt } }
    /// The mark as an undo of something else.
    package func takingBack(_ source: TakesBack) -> Mark {
        changed {
            $0.verb = .undo
            $0.quantity = -$0.quantity
            $0.tracking = nil
            $0.takesBack = source
        }
    }

    private func changed(_ change: (inout Mark) -> Void) -> Mark {
        var mark = self
        change(&mark)
        return mark
    }
}

extension Shelf {
    /// Purchases 1001, 1002, … with two shirts each.
    package static func full(_ count: Int) -> Shelf {
        Shelf((1001..<1001 + count).map { PurchaseDetail.sample($0) })
    }
}
