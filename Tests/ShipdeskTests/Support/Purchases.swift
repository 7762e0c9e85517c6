import FoundationEssentials
import Model
import Simulator

/// Purchases made to measure, all of invented people.
enum Made {
    static let address = ShippingAddress(
        fullName: "Zoë Müller", address1: "Lindenallee 7", address2: "Hinterhaus", city: "München",
        state: nil, zipcode: "80331", countryCode: "DE")

    /// An hour old, with an address: items numbered from 1, each with so many pieces.
    static func purchase(_ id: Int, _ quantities: Int..., age: Int64 = 3_600) -> Purchase {
        let now = Int64(Date().timeIntervalSince1970)
        let items = quantities.enumerated().map { place, quantity in
            PurchasedItem(
                num: place + 1, itemID: Int64(501 + place), quantity: quantity, paidInCents: 2_500 * quantity)
        }
        return Purchase(
            id: PurchaseID(id), purchasedAt: now - age, firstName: "Zoë", lastName: "Müller",
            lastModified: now - age, confirmationCode: "code\(id)", items: items, address: address)
    }
}

/// An empty store with purchases put in, and a box that has read it.
func withBox(
    _ purchases: [Purchase], _ behaviour: StoreBehaviour = StoreBehaviour(), figures: String = Box.quick,
    _ body: (Box, Simulator) async throws -> Void
) async throws {
    try await withSimulator(SimulatorOptions(purchases: 0, behaviour: behaviour)) { baseURL, simulator in
        purchases.forEach { simulator.store.put($0) }
        let box = try Box(baseURL, figures: figures)
        try await readFirst(box)
        try await body(box, simulator)
    }
}

/// A call may take a second here, and a machine that is busy with other tests may take longer.
private func readFirst(_ box: Box) async throws {
    var sync = try await box.run("sync")
    for _ in 0..<10 where sync.has(69) { sync = try await box.run("sync") }
    guard sync.has(0) else { throw SyncFailed(words: sync.errors) }
}

struct SyncFailed: Error, CustomStringConvertible {
    var words: String
    var description: String { "the first sync failed: \(words)" }
}
