import ArgumentParser
import Model

/// `1043` (everything safe), `1043:3` (all that is safe of item 3), `1043:3=2`; split from the right, so
/// that an id may hold a colon itself.
struct Target: ExpressibleByArgument, Hashable {
    var purchase: PurchaseID
    var item: Int?
    var quantity: Int?

    init?(argument: String) {
        guard !argument.isEmpty else { return nil }
        purchase = PurchaseID(argument)
        guard let colon = argument.lastIndex(of: ":") else { return }
        let tail = argument[argument.index(after: colon)...].split(
            separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let item = tail.first.flatMap({ Int($0) }), item >= 0, colon != argument.startIndex else {
            return nil
        }
        purchase = PurchaseID(String(argument[..<colon]))
        self.item = item
        guard tail.count == 2 else { return }
        guard let quantity = Int(tail[1]) else { return nil }
        self.quantity = quantity
    }
}
