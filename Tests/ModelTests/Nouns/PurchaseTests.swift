import Model
import Testing

@Suite struct PurchaseTests {
    @Test(arguments: [
        ("Zoë", "Müller", "Müller, Zoë"), ("", "Müller", "Müller"), ("Zoë", "", "Zoë"), ("", "", ""),
    ])
    func aPurchaserIsNamedByWhatThereIs(first: String, last: String, name: String) {
        let purchase = Purchase(
            id: PurchaseID(1), purchasedAt: 0, firstName: first, lastName: last, items: [])
        #expect(purchase.purchaser == name)
    }

    @Test func anAddressNeedsANameAStreetAndATown() {
        #expect(Samples.address.isUsable)
        #expect(ShippingAddress().missingParts == ["name", "street", "town"])
        var address = Samples.address
        (address.state, address.zipcode, address.countryCode, address.address2) = (nil, nil, nil, nil)
        #expect(address.isUsable)
        address.city = " \t"
        #expect(address.missingParts == ["town"])
    }

    @Test func statesAndWordsAreTheContracts() {
        #expect(
            PurchaseState.allCases.map(\.rawValue) == ["to-ship", "partly", "shipped", "nothing", "held"])
        #expect(
            Set(MarkState.allCases.map(\.rawValue)) == [
                "queued", "sending", "confirmed", "conflict", "failed", "unknown", "attention", "dropped",
            ])
        #expect(
            Set(StateFilter.allCases.map(\.rawValue)) == [
                "all", "to-ship", "partly", "shipped", "nothing", "held", "attention",
            ])
    }
}
