/// One kind of number that a carrier gives out: its shape, and where its check digit stands.
struct TrackingFormat: Sendable {
    enum Piece: Sendable {
        case text(String)
        case oneOf(String)
        case digits(Int)
        case letters(Int)
        /// Letters and digits.
        case any(Int)
    }

    /// A character that follows from some of the others.
    struct Check: Sendable {
        var rule: CheckDigit
        var serial: Range<Int>
        /// Where the character stands; nil: right after the serial.
        var place: Int?
    }

    let pieces: [Piece]
    let check: Check?
    /// What a number of this shape says of itself; nil where it cannot be one of these after all.
    let candidate: @Sendable (String) -> TrackingCandidate?

    init(
        _ carrier: Carrier, service: String? = nil, _ pieces: [Piece], _ check: CheckDigit? = nil,
        over serial: Range<Int> = 0..<0
    ) {
        self.init(pieces, check.map { Check(rule: $0, serial: serial) }) { number in
            TrackingCandidate(carrier, service, link: carrier.link(to: number))
        }
    }

    init(
        _ pieces: [Piece], _ check: Check?,
        candidate: @escaping @Sendable (String) -> TrackingCandidate?
    ) {
        self.pieces = pieces
        self.check = check
        self.candidate = candidate
    }

    var length: Int { pieces.reduce(0) { $0 + $1.length } }

    func fits(_ number: [UInt8]) -> Bool {
        guard number.count == length else { return false }
        var rest = number[...]
        for piece in pieces {
            guard piece.fits(rest.prefix(piece.length)) else { return false }
            rest = rest.dropFirst(piece.length)
        }
        return true
    }

    /// Nil where the format has no check digit.
    func isRight(_ number: [UInt8]) -> Bool? {
        check.map { check in
            number[check.place ?? check.serial.upperBound]
                == check.rule.character(after: number[check.serial])
        }
    }
}

extension TrackingFormat.Piece {
    fileprivate var length: Int {
        switch self {
        case .text(let text): text.utf8.count
        case .oneOf: 1
        case .digits(let count), .letters(let count), .any(let count): count
        }
    }

    fileprivate func fits(_ bytes: ArraySlice<UInt8>) -> Bool {
        switch self {
        case .text(let text): bytes.elementsEqual(text.utf8)
        case .oneOf(let choice): bytes.allSatisfy(choice.utf8.contains)
        case .digits: bytes.allSatisfy(\.isDigit)
        case .letters: bytes.allSatisfy { !$0.isDigit }
        case .any: true
        }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
