import ArgumentParser
import Model

/// `1043` (everything safe), `1043:3` (all that is safe of item 3), `1043:3=2`; split from the right, so
/// that an id may hold a colon itself.
struct Target: ExpressibleByArgument, Hashable {
    var purchase: PurchaseID
    var item: Int?
    var quantity: Int?

    /// Everything of a purchase.
    init(purchase: PurchaseID) { self.purchase = purchase }

    init?(argument: String) {
        guard !argument.isEmpty else { return nil }
        purchase = PurchaseID(argument)
        guard let colon = argument.lastIndex(of: ":") else { return }
        let tail = argument[argument.index(after: colon)...]
        // Behind the last colon of `ORD:ABC` stands no item: all of it is an id.
        if let first = tail.first, first.isLetter { return }
        let parts = tail.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard colon != argument.startIndex, let item = parts.first.flatMap(Self.itemNumber) else {
            return nil
        }
        purchase = PurchaseID(String(argument[..<colon]))
        self.item = item
        guard parts.count == 2 else { return }
        guard let quantity = Int(parts[1]) else { return nil }
        self.quantity = quantity
    }

    private static func itemNumber(_ text: Substring) -> Int? {
        text.first?.isNumber == true ? Int(text) : nil
    }
}
