import Cache
import Model
import Testing

@Suite("What was read comes back byte for byte")
struct RoundTripTests {
    private let odd = "a\0b\u{202E}\u{200B}e\u{301} \u{1F468}\u{200D}\u{1F469} \r\n\t'\"; DROP"

    @Test func aPurchaseWithEverythingInIt() throws {
        let here = try TemporaryCache()
        try here.save(full)
        #expect(try here.cache.read { try $0.purchase(here.key(1043)) } == full)
        let bytes = try here.cache.read { try $0.purchase(here.key(1043)) }?.address?.city
        #expect(bytes.map { Array($0.utf8) } == Array(odd.utf8))
    }

    @Test func nothingIsNotTheSameAsEmpty() throws {
        let here = try TemporaryCache()
        let bare = Purchase(id: PurchaseID("x"), purchasedAt: 0, items: [])
        var empty = bare
        empty.id = PurchaseID("")
        empty.confirmationCode = ""
        empty.address = ShippingAddress(fullName: "")
        var unknown = bare
        unknown.id = PurchaseID("y")
        unknown.address = ShippingAddress()
        try here.save(bare, empty, unknown)
        for purchase in [bare, empty, unknown] {
            let key = PurchaseKey(store: here.id, purchase: purchase.id)
            #expect(try here.cache.read { try $0.purchase(key) } == purchase)
        }
    }

    @Test func aReplacementLeavesNothingOfTheOldRow() throws {
        let here = try TemporaryCache()
        try here.save(full)
        try here.save(.sample(1043), readBegan: 2000)
        #expect(try here.cache.read { try $0.purchase(here.key(1043)) } == .sample(1043))
    }

    @Test func ofTwoStoresWithOneIDEachKeepsItsOwn() throws {
        let here = try TemporaryCache()
        let other = try here.cache.write { try $0.adopt(.ticketStore("7002"), name: "autumn") }
        try here.save(.sample(1))
        let theirs = Purchase.sample(1, name: ("Ann", "Lee"))
        try here.cache.write { try $0.save([theirs], in: other.id, readBegan: 1) }
        #expect(try here.cache.read { try $0.purchase(here.key(1)) } == .sample(1))
        #expect(try here.cache.read { try $0.find("1") }.count == 2)
        #expect(try here.cache.read { try $0.find("1", in: [other.id]) }.map(\.store) == [other.id])
    }

    private var full: Purchase {
        var purchase = Purchase.sample(1043, name: (odd, odd))
        purchase.ticketEventPurchaseID = 99
        purchase.confirmationCode = odd
        purchase.isCleared = true
        purchase.items[0].paidInCents = 1250
        purchase.items[0].feeInCents = 0
        purchase.items[0].ticketID = .max
        purchase.items[0].transferredTo = [Transfer(purchase: PurchaseID("77"), item: 2, quantity: 1)]
        let bare = PurchasedItem(
            num: 7, itemID: -1, quantity: 0,
            transferredFrom: [
                Transfer(purchase: PurchaseID(odd), item: 1, quantity: 3),
                Transfer(purchase: PurchaseID("3"), item: 1, quantity: 1),
            ])
        purchase.items.append(bare)
        purchase.items.append(bare)
        purchase.refunds = [Refund(id: 5, amountInCents: 100, at: 6), Refund(id: 4, amountInCents: 1, at: 7)]
        purchase.cancelled = [CancelledItem(num: 3, kind: ItemKind(itemID: 32), quantity: 1, at: 8)]
        let address = ShippingAddress(
            fullName: odd, address1: odd, address2: "", city: odd, state: nil, zipcode: odd, countryCode: odd)
        purchase.address = address
        purchase.ledger = [
            Fulfillment(
                item: 1, at: 9, quantity: 2, deliverBy: PlainDate(year: 2027, month: 2, day: 28),
                tracking: odd, address: address),
            .of(-1), .of(-1),
        ]
        return purchase
    }
}
