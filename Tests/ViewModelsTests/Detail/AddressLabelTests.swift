import Model
import Testing
import ViewModels

@Suite struct AddressLabelTests {
    private func label(_ country: String?, city: String, state: String? = nil, zip: String?) -> [String] {
        ShippingAddress(
            fullName: "Name", address1: "Street 1", city: city, state: state, zipcode: zip,
            countryCode: country
        ).labelLines
    }

    @Test func muchOfEuropeWritesThePostcodeBeforeTheTown() {
        let munich = ["Name", "Street 1", "80331 München", "DE"]
        #expect(label("DE", city: "München", zip: "80331") == munich)
        #expect(label("it", city: "Roma", state: "RM", zip: "00184")[2] == "00184 Roma RM")
    }

    @Test func americaWritesTownStateAndZipCodeAndSoDoWeWhereWeKnowNoBetter() {
        #expect(label("US", city: "Bangor", state: "ME", zip: "04458")[2] == "Bangor ME 04458")
        #expect(label("ZZ", city: "Town", state: "S", zip: "1")[2] == "Town S 1")
        #expect(label(nil, city: "Town", zip: nil) == ["Name", "Street 1", "Town"])
    }

    @Test func aBritishPostcodeHasALineOfItsOwn() {
        #expect(label("GB", city: "Leeds", zip: "LS1 4AP").suffix(3) == ["Leeds", "LS1 4AP", "GB"])
    }

    @Test func eastAsiaBeginsWithTheBiggestUnlessItIsWrittenInLatinLetters() {
        let shibuya = label("JP", city: "渋谷区", state: "東京都", zip: "150-0002")
        #expect(shibuya == ["Name", "150-0002 東京都 渋谷区", "Street 1", "JP"])
        #expect(label("JP", city: "Shibuya", state: "Tokyo", zip: "150-0002")[2] == "Shibuya Tokyo 150-0002")
    }

    @Test func whatIsBlankLeavesNoLine() {
        let address = ShippingAddress(
            fullName: "Name", address1: "  ", address2: "", city: "Ulm", countryCode: "DE")
        #expect(address.labelLines == ["Name", "Ulm", "DE"])
    }
}
