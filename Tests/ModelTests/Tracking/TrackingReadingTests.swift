import Model
import Testing

/// The numbers are a selection of those that jkeen/tracking_number_data (MIT) publishes for such tests.
@Suite struct TrackingReadingTests {
    @Test(arguments: [
        ("1Z5R89390357567127", "UPS Ground"), ("1Z410E7W0392751591", "UPS Ground"),
        (" 1 Z 8 V 9 2 A 7 0 3 6 7 2 0 3 0 2 4 ", "UPS Ground"), ("K1506235620", "UPS waybill"),
        ("V0490119172", "UPS waybill"), ("986578788855", "FedEx Express"), ("799531274483", "FedEx Express"),
        ("1001921334250001000300779017972697", "FedEx Express"),
        ("1195271874060007521100871140316925", "FedEx Express"),
        ("32971514560102447849175802862014", "FedEx Express"), ("0414 4176 0228 964", "FedEx Ground"),
        ("00 0123 4500 0000 0027", "FedEx Ground"), ("9611020987654312345672", "FedEx Ground"),
        ("9622001560001234567100794808390594", "FedEx Ground"), ("0307 1790 0005 2348 3741", "USPS"),
        ("7196 9010 7560 0307 7385", "USPS"), ("9400 1112 0108 0805 4830 16", "USPS"),
        ("420787459400111206206406260787", "USPS"), ("420 22153 9101026837331000039521", "USPS"),
        ("92748931507708513018050063", "USPS"), ("9361 2898 7870 0317 6337 95", "USPS"),
        ("4201002334249200190132607600833457", "USPS"), ("3318810025", "DHL Express"),
        ("JJD0099999999", "DHL Express"), ("GM2951173225174494", "DHL eCommerce"),
        ("RB123456785GB", "Royal Mail registered"), ("RB123456785CV", "post CV registered"),
        ("0073938000549297", "Canada Post"), ("4002847016405018", "Canada Post"),
        ("00 81827 0998 0000 0200 33 350 276 C", "DPD"), ("09 9800 0002 0033 F", "DPD"),
        ("C11031500001879", "OnTrac"), ("D 100 113 459 830 10", "OnTrac"), ("LX17635036", "LaserShip"),
        ("1LS717793482164", "LaserShip"), ("1LS7119013618127-1", "LaserShip"),
        ("1LS CX VE00 58631Y", "LaserShip"), ("TBA000000000000", "Amazon Logistics"),
        ("C1004444443", "Amazon"), ("KYV009956937", "Purolator"),
    ])
    func isRecognised(_ number: String, _ carrier: String) {
        let reading = TrackingReading(number)
        #expect(reading.carriers?.components(separatedBy: " or ").contains(carrier) == true, "\(reading)")
        #expect(!reading.isSuspect)
    }

    @Test(arguments: [
        ("1Z1111111111111111", "UPS"), ("K1506235622", "UPS"), ("996578788855", "FedEx"),
        ("1001901781990001000300617767839438", "FedEx"), ("32971514560102447849175802852014", "FedEx"),
        ("5682 8361 0012 732", "FedEx"), ("000000000000000001", "FedEx"),
        ("9622001560001234567100794808390595", "FedEx"), ("0307 1790 0005 2348 3742", "USPS"),
        ("9434611206206407667131", "USPS"), ("4201028200009261290113185417468511", "USPS"),
        ("3318810010", "DHL"), ("RB123456786US", "USPS"), ("0073938000549292", "Canada Post"),
        ("008182709980000020033350276A", "DPD"), ("C10000000000000", "OnTrac"),
    ])
    func aWrongCheckDigitIsATypo(_ number: String, _ carrier: String) throws {
        let reading = TrackingReading(number)
        #expect(reading.candidates.isEmpty, "\(reading)")
        let words = try #require(reading.suspicion)
        #expect(words.contains(carrier), "\(words)")
    }

    @Test(arguments: [
        "2334611306206407667222", "1LX734505321754", "LX9763503N", "XJD0099999998", "TBA50288727400A",
    ])
    func whatFitsNoFormatIsNobodysAndNoTypo(number: String) {
        let reading = TrackingReading(number)
        #expect(reading.candidates.isEmpty && !reading.isSuspect, "\(reading)")
    }

    @Test(arguments: ["", "  ", "1Z9", "hello", "Ünïcödé 12", "1Z5R89390357567127?", "１２３４５６７８９０１２"])
    func anythingElseIsNothing(text: String) {
        let reading = TrackingReading(text)
        #expect(reading.carriers == nil && reading.suspicion == nil)
    }

    @Test func oneWrongDigitIsNoticedAnywhereInANumberOfUPS() {
        let right = Array("1Z5R89390357567127")
        for place in right.indices.dropFirst(2) where right[place].isNumber {
            var wrong = right
            wrong[place] =
                right[place] == "9" ? "0" : Character(String((right[place].wholeNumberValue ?? 0) + 1))
            #expect(TrackingReading(String(wrong)).isSuspect, "\(String(wrong))")
        }
    }

    @Test func collidingFormatsAreAllShown() {
        // Both a FedEx number and one with Purolator's check digit.
        let both = (0..<10_000).lazy.map { 100_000_000_000 + $0 }.map(String.init)
            .first { TrackingReading($0).candidates.count == 2 }
        #expect(both.map { TrackingReading($0).carriers } == "FedEx Express or Purolator")
        let economy = TrackingReading("420902459261290336128704042634").candidates.map(\.carrier)
        #expect(economy == [.usps])
        #expect(TrackingReading("9261290336128704042634").carriers == "FedEx Ground Economy or USPS")
        #expect(TrackingReading("00340434161094042557").carriers == "DHL Paket")
    }

    @Test func aFormatWithoutACheckDigitComesLastAndProvesNothing() {
        let reading = TrackingReading("60120172242323")
        #expect(reading.candidates.map(\.isProven) == [false])
        #expect(TrackingReading("1Z5R89390357567127").candidates.map(\.isProven) == [true])
    }

    @Test func linksAreHTTPSAndHoldTheBareNumber() {
        let links = [
            "1Z 8V9 2A7 036 720 3024", "986578788855", "rb123456785gb", "3318810025", "0073938000549297",
        ]
        .compactMap { TrackingReading($0).links.first?.link }
        #expect(links.count == 5)
        for link in links { #expect(link.hasPrefix("https://") && !link.contains(" ")) }
        #expect(links[0].hasSuffix("=1Z8V92A70367203024"))
        #expect(links[2].hasSuffix("/RB123456785GB"))
        #expect(TrackingReading("RB123456785CV").links.isEmpty)
    }
}

extension String {
    fileprivate func components(separatedBy separator: String) -> [String] {
        split(separator: separator).map(String.init)
    }
}
