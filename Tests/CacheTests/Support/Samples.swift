import Model

extension Purchase {
    /// A purchase of so many of item 32/714, with a usable address; invented people only.
    static func sample(
        _ number: Int, name: (first: String, last: String) = ("Zoë", "Müller"), quantity: Int = 2,
        at: Int64 = 1_700_000_000, ledger: [Fulfillment] = []
    ) -> Purchase {
        Purchase(
            id: PurchaseID(number), purchasedAt: at, firstName: name.first, lastName: name.last,
            lastModified: at, confirmationCode: "CODE\(number)",
            items: [PurchasedItem(num: 1, itemID: 32, variantID: 714, quantity: quantity)], ledger: ledger,
            address: ShippingAddress(fullName: "Zoë Müller", address1: "Hauptstr. 1", city: "München"))
    }
}

extension Fulfillment {
    static func of(_ quantity: Int, item: Int = 1, tracking: String? = nil, at: Int64 = 5) -> Fulfillment {
        Fulfillment(item: item, at: at, quantity: quantity, tracking: tracking)
    }
}

extension Author {
    static let packer = Author(person: "kim", station: "bench-3")
}

extension Mark {
    static func sample(
        _ key: PurchaseKey, action: ActionID, quantity: Int = 1, state: MarkState = .queued,
        tracking: String? = nil
    ) -> Mark {
        Mark(
            id: MarkID(0), action: action, store: key.store, purchase: key.purchase, item: 1,
            quantity: quantity, verb: quantity < 0 ? .undo : .ship, tracking: tracking,
            basis: Basis(net: 0, lastModified: 7, address: nil, entries: []), author: .packer, madeAt: 1,
            state: state)
    }
}

/// The same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
