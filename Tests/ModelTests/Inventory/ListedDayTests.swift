import Model
import Testing

/// Where what nobody bought stands among what somebody did.
@Suite struct ListedDayTests {
    private func listing(_ values: Attributes) -> Int64? {
        Purchase(listing: PurchaseID(801), values: values, kind: ItemKind(itemID: 77), shippedAt: nil)
            .listedAt
    }

    @Test func aListingStandsAtTheNoonOfTheDayItIsExpectedOn() {
        #expect(listing(["in_hand_on": "1970-01-02", "event.time": "1970-01-09T19:30:00Z"]) == 129_600)
    }

    @Test func elseAtItsEventsAndElseNowhere() {
        #expect(listing(["event.time": "1970-01-09T19:30:00-05:00"]) == 734_400)
        #expect(listing(["in_hand_on": "soon"]) == nil)
        #expect(listing([:]) == nil)
    }

    @Test func whatSomebodyBoughtStandsWhereItWasBought() {
        #expect(Purchase(id: PurchaseID(1), purchasedAt: 5, items: []).listedAt == 5)
    }

    /// Neither the sentence nor its place tells the barcode: it is the ticket.
    @Test func twoSeatsWithOneBarcodeAreNamedWithoutIt() throws {
        let values: Attributes = [
            "in_hand": "true", "quantity": "2", "seats[0].seat": "4", "seats[0].barcode": "AB12345",
            "seats[1].seat": "5",
        ]
        let purchase = Purchase(
            listing: PurchaseID(801), values: values, kind: ItemKind(itemID: 77), shippedAt: nil)
        let faults = ListingRules().faults(["seats[1].barcode": "AB12345"], on: purchase)
        let fault = try #require(faults.first)
        #expect(faults.count == 1 && fault.attribute == "seats[1].barcode")
        #expect(fault.words.contains("4 and 5") && !fault.sentence.contains("AB12345"))
        #expect(ListingRules().faults(["seats[1].barcode": "AB12346"], on: purchase).isEmpty)
    }

    @Test func aSeatThatTheListingDoesNotHaveIsRefused() {
        let values: Attributes = [
            "in_hand": "true", "quantity": "2", "seats[0].seat": "4", "seats[1].seat": "5",
        ]
        let purchase = Purchase(
            listing: PurchaseID(801), values: values, kind: ItemKind(itemID: 77), shippedAt: nil)
        let faults = ListingRules().faults(
            ["seats[2].seat": "6", "seats[2].barcode": "AB1"], on: purchase)
        #expect(faults.map(\.attribute) == ["seats"])
    }
}
