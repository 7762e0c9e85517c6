extension TrackingFormat {
    static let all: [TrackingFormat] =
        ups + fedEx + usps + dhl + [postalUnion] + northAmerican + [dpd28, dpd15]

    /// A number is compared with the few formats of its length only: this runs at every key.
    static let byLength = Dictionary(grouping: all, by: \.length)

    /// The weights that most of the formats with one sum use.
    static let threeOne = CheckDigit.modulo10(first: 3, second: 1)
    static let oneThree = CheckDigit.modulo10(first: 1, second: 3)
    static let oneTwo = CheckDigit.modulo10(first: 1, second: 2)

    /// Two letters for the service, nine digits, two letters for the country.
    private static let postalUnion = TrackingFormat(
        [.letters(2), .digits(9), .letters(2)], Check(rule: .postalUnion, serial: 2..<10)
    ) { number in
        let carrier = Carrier(postOf: String(number.suffix(2)))
        return TrackingCandidate(carrier, service(number.prefix(1)), link: carrier.link(to: number))
    }

    private static func service(_ letter: Substring) -> String? {
        switch letter {
        case "C": "parcel"
        case "E": "EMS"
        case "L": "tracked letter"
        case "R": "registered"
        case "V": "insured"
        default: nil
        }
    }

    private static let dpd28 = TrackingFormat(.dpd, [.digits(27), .any(1)], .modulo37, over: 0..<27)
    private static let dpd15 = TrackingFormat(.dpd, [.digits(14), .any(1)], .modulo37, over: 0..<14)

    private static let northAmerican: [TrackingFormat] = [
        TrackingFormat(.canadaPost, [.digits(16)], threeOne, over: 0..<15),
        TrackingFormat(.purolator, [.oneOf("012345"), .digits(11)], .luhn, over: 0..<11),
        TrackingFormat(.purolator, [.letters(3), .digits(9)]),
        TrackingFormat(.onTrac, [.text("C"), .digits(14)], .behind("4", oneTwo), over: 1..<14),
        TrackingFormat(.onTrac, [.text("D"), .digits(14)], .behind("5", oneTwo), over: 1..<14),
        TrackingFormat(.laserShip, [.text("L"), .oneOf("AIEHNX"), .oneOf("123"), .digits(7)]),
        TrackingFormat(.laserShip, [.text("1LS7"), .oneOf("12"), .digits(10)]),
        TrackingFormat(
            .laserShip,
            [
                .text("1LS7"), .oneOf("12"), .digits(2), .text("01"), .oneOf("1234"), .digits(6), .text("1"),
            ]),
        TrackingFormat(.laserShip, [.text("1LSCX"), .any(10)]),
        TrackingFormat(.amazon, service: "Logistics", [.text("TB"), .oneOf("ACM"), .digits(12)]),
        TrackingFormat(.amazon, [.oneOf("AFC"), .digits(10)]),
    ]
}
