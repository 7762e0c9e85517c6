/// Why a mark is not accepted. Nothing was written; the sentence says what to do.
package enum Refusal: Error, Sendable, Hashable {
    case unknownPurchase(PurchaseID)
    case unknownItem(PurchaseID, item: Int)
    case nothingSafe(PurchaseID, item: Int?)
    case moreThanSafe(PurchaseID, item: Int, asked: Int, safe: Int)
    case badQuantity(PurchaseID, item: Int)
    case noUsableAddress(PurchaseID, missing: [String])
    /// Seconds until the customer can no longer clear it.
    case young(PurchaseID, seconds: Int64)
    case held(PurchaseID, reason: String)
    case gone(PurchaseID)
    case nothingToTakeBack(PurchaseID, item: Int?)
    case moreThanOurs(PurchaseID, item: Int?, asked: Int, ours: Int)
    case notCapable(String)
    /// It cannot be taken back, in words that say what that means: a person has to mean it twice.
    case final(PurchaseID, String)
    case ambiguous(PurchaseID, stores: [String])
    case unknownAction(String)

    package var sentence: String {
        switch self {
        case .unknownPurchase(let id):
            "There is no purchase \(id) here; check the number, or sync first."
        case .unknownItem(let id, let item):
            "Purchase \(id) has no item \(item); look it up for the items that it has."
        case .nothingSafe(let id, let item):
            "Nothing of \(Self.name(id, item)) is safe to ship: it was shipped, waits, was cancelled or "
                + "transferred. Take a mark back first if that is wrong."
        case .moreThanSafe(let id, let item, let asked, let safe):
            "\(asked) of \(Self.name(id, item)) is more than the \(safe) that can safely be shipped; "
                + "ship at most that."
        case .badQuantity(let id, let item): "The quantity for \(Self.name(id, item)) must be 1 or more."
        case .noUsableAddress(let id, let missing):
            "Purchase \(id) has no usable address (missing: \(missing.joined(separator: ", "))); "
                + "hand it over instead, or enter an address."
        case .young(let id, let seconds):
            "Purchase \(id) is so young that its buyer may still clear it; wait \(seconds / 60 + 1) min, "
                + "or ship it even if young."
        case .held(let id, let reason): "Purchase \(id) is on hold: \(reason). Release it first."
        case .gone(let id):
            "Purchase \(id) was cleared or is gone from the store's list; do not ship it, or sync first."
        case .nothingToTakeBack(let id, let item):
            "Nothing of \(Self.name(id, item)) can be taken back: no mark of this box on it still stands. "
                + "Name shipments made elsewhere as such."
        case .moreThanOurs(let id, let item, let asked, let ours):
            "\(asked) of \(Self.name(id, item)) is more than the \(ours) that this box marked; "
                + "shipments made elsewhere need to be named as such."
        case .notCapable(let why): why
        case .final(let id, let what): "\(id): \(what)"
        case .ambiguous(let id, let stores):
            "Purchase \(id) stands in several stores (\(stores.joined(separator: ", "))); name one."
        case .unknownAction(let id): "There is no action \(id) to take back; the outbox lists them."
        }
    }

    /// Said again, it is accepted.
    package var isAskedAgain: Bool { if case .final = self { true } else { false } }

    private static func name(_ id: PurchaseID, _ item: Int?) -> String {
        item.map { "item \($0) of purchase \(id)" } ?? "purchase \(id)"
    }
}

/// For how long after buying a customer may clear an order, in seconds.
package let clearWindow: Int64 = 15 * 60
