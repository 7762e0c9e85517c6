import Model

/// The invented store as it was when the simulation began: people, baskets, and what had happened by then.
///
/// A purchase is made from the seed and its place alone, so a million of them need no memory and any page
/// can be served at once. Purchases are numbered in the order of buying.
package struct World: Sendable {
    package let seed: UInt64
    /// How many purchases stood in the store at the start.
    package let count: Int
    /// Unix seconds.
    package let startedAt: Int64
    /// Seconds between purchases that come in after the start; nil where none do.
    package let arrivesEvery: Int64?
    package let hostilePermille: Int
    package var catalogue = Catalogue.gala

    package static let firstID = 1001
    /// The oldest purchase is as old as this, in seconds.
    static let span: Int64 = 120 * 86_400

    package init(
        seed: UInt64, count: Int, startedAt: Int64, arrivesEvery: Int64? = nil, hostilePermille: Int = 4
    ) {
        self.seed = seed
        self.count = count
        self.startedAt = startedAt
        self.arrivesEvery = arrivesEvery
        self.hostilePermille = hostilePermille
    }

    /// How many purchases there are at `now`, Unix seconds.
    package func count(at now: Int64) -> Int {
        guard let arrivesEvery, now > startedAt else { return count }
        return count + Int((now - startedAt) / max(1, arrivesEvery))
    }

    package func id(at index: Int) -> Int { World.firstID + index }

    /// Unix seconds. Sales grow towards the event, and the last three purchases are minutes old in any store.
    package func purchasedAt(_ index: Int) -> Int64 {
        guard index < count else {
            return startedAt + Int64(index - count + 1) * (arrivesEvery ?? 0)
        }
        let left = 1 - (Double(index) + 0.5) / Double(count)
        let age = Int64(left * left.squareRoot() * Double(World.span)) + 4
        let fromEnd = count - 1 - index
        return startedAt - (fromEnd < 3 ? min(age, 20 + Int64(fromEnd) * 270) : age)
    }

    /// Unix seconds. As the document's own sample has it, shipping a purchase does not modify it.
    package func lastModified(_ index: Int) -> Int64 {
        let fate = fate(of: index)
        return max(fate.happenedAt ?? 0, transferTime(index) ?? 0, purchasedAt(index))
    }

    package func isCleared(_ index: Int) -> Bool { fate(of: index).kind == .cleared }

    package func purchase(_ index: Int) -> Purchase {
        let fate = fate(of: index)
        let person = person(index)
        var chance = Chance(seed: seed, index: index, stream: .basket)
        var purchase = Purchase(
            id: PurchaseID(id(at: index)), ticketEventPurchaseID: Int64(300_001 + index * 3),
            purchasedAt: purchasedAt(index), firstName: person.firstName, lastName: person.lastName,
            lastModified: lastModified(index), items: basket(&chance), address: person.address,
            isCleared: fate.kind == .cleared)
        purchase.confirmationCode = chance.happens(permille: 7) ? nil : code(&chance)
        addTransfers(to: &purchase, index)
        addFate(fate, to: &purchase, &chance)
        addShipments(to: &purchase, index)
        return purchase
    }

    private func code(_ chance: inout Chance) -> String {
        let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz123456789")
        return String((0..<12).map { _ in chance.pick(letters) })
    }
}
