extension TrackingFormat {
    /// The parcel's barcode alone, or behind `420` and the zip code of 5 or 9 digits that it goes to.
    static let usps: [TrackingFormat] = plain.flatMap { plain in
        plain.takesZip ? [format(plain), format(plain, zip: 5), format(plain, zip: 9)] : [format(plain)]
    }

    private static func format(_ plain: Plain) -> TrackingFormat {
        TrackingFormat(.usps, plain.pieces, plain.rule, over: 0..<plain.length - 1)
    }

    private static func format(_ plain: Plain, zip: Int) -> TrackingFormat {
        let pieces: [Piece] = [.text("420"), .digits(zip)] + plain.pieces
        let start = 3 + zip
        return TrackingFormat(.usps, pieces, plain.rule, over: start..<start + plain.length - 1)
    }

    private struct Plain {
        var pieces: [Piece]
        var length: Int
        var rule = TrackingFormat.threeOne
        var takesZip = true
    }

    private static let plain = parcels + older

    /// An application, a service of three digits, a mailer of nine digits (from 9) or of six, and the rest.
    private static let parcels: [Plain] =
        [22, 26].flatMap(parcels(of:))
        + [Plain(pieces: [.text("94"), .digits(3), .text("9"), .digits(24)], length: 30)]

    private static func parcels(of length: Int) -> [Plain] {
        let rest = Piece.digits(length - 6)
        return [
            Plain(pieces: [.text("92"), .digits(3), .text("9"), rest], length: length),
            Plain(pieces: [.text("93"), .digits(3), .oneOf("012345678"), rest], length: length),
            Plain(pieces: [.text("94"), .digits(4), rest], length: length),
            Plain(pieces: [.text("95"), .digits(4), rest], length: length),
        ]
    }

    /// From before the parcel barcode; the digits 91 may be left out, and may count all the same.
    private static let older = [
        Plain(pieces: [.oneOf("123456789"), .digits(19)], length: 20, takesZip: false),
        Plain(pieces: [.text("0"), .oneOf("123456789"), .digits(18)], length: 20, takesZip: false),
        Plain(
            pieces: [.oneOf("123456789"), .digits(19)], length: 20, rule: .behind("91", threeOne)),
        Plain(pieces: [.text("91"), .digits(20)], length: 22),
    ]
}
