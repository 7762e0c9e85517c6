extension TrackingFormat {
    static let ups: [TrackingFormat] = [
        TrackingFormat([.text("1Z"), .any(15), .digits(1)], Check(rule: oneTwo, serial: 2..<17)) { number in
            TrackingCandidate(
                .ups, upsService(number.dropFirst(8).prefix(2)), link: Carrier.ups.link(to: number))
        },
        TrackingFormat(.ups, service: "waybill", [.oneOf("AHJKTV"), .digits(10)], oneTwo, over: 1..<10),
    ]

    private static func upsService(_ code: Substring) -> String? {
        switch code {
        case "01": "Next Day Air"
        case "02": "2nd Day Air"
        case "03": "Ground"
        case "12": "3 Day Select"
        default: nil
        }
    }

    private static let express = CheckDigit.modulo11(weights: [3, 1, 7])
    private static let expressLong = CheckDigit.modulo11(weights: [1, 7, 3])

    static let fedEx: [TrackingFormat] = [
        TrackingFormat(.fedEx, service: "Express", [.digits(12)], express, over: 0..<11),
        TrackingFormat(
            .fedEx, service: "Express", [.oneOf("012345678"), .digits(33)], expressLong, over: 20..<33),
        TrackingFormat(.fedEx, service: "Express", [.text("3"), .digits(31)], express, over: 16..<27),
        TrackingFormat(.fedEx, service: "Ground", [.digits(15)], oneThree, over: 0..<14),
        TrackingFormat(.fedEx, service: "Ground", [.digits(18)], threeOne, over: 2..<17),
        TrackingFormat(.fedEx, service: "Ground", [.text("96"), .digits(20)], oneThree, over: 7..<21),
        TrackingFormat(.fedEx, service: "Ground", [.text("96"), .digits(32)], expressLong, over: 20..<33),
        // Handed over to the post for the last mile, so that it is a number of both.
        TrackingFormat(
            .fedEx, service: "Ground Economy", [.text("926129"), .digits(16)], threeOne, over: 0..<21),
    ]

    static let dhl: [TrackingFormat] =
        [
            TrackingFormat(.dhl, service: "Express", [.digits(10)], .modulo7, over: 0..<9),
            TrackingFormat(.dhl, service: "Express", [.digits(11)], .modulo7, over: 0..<10),
            // The company prefix of DHL's parcels in Germany.
            TrackingFormat(.dhl, service: "Paket", [.text("003404"), .digits(14)], threeOne, over: 0..<19),
            TrackingFormat(.dhl, service: "eCommerce", [.digits(14)]),
        ] + pieceIDs + eCommerce

    private static let pieceIDs = [2, 3].flatMap { letters in
        [9, 10].map {
            TrackingFormat(.dhl, service: "Express", [.text("J"), .letters(letters), .digits($0)])
        }
    }

    private static let eCommerce = ["GM", "LX", "RX", "UV", "CN", "SG", "TH", "IN", "HK", "MY"].flatMap {
        prefix in
        (10...37).map { TrackingFormat(.dhl, service: "eCommerce", [.text(prefix), .digits($0)]) }
    }
}
