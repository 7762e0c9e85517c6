/// A carrier that a number may belong to.
package struct TrackingCandidate: Sendable, Hashable {
    package var carrier: Carrier
    /// `Ground`, `registered`, where the number says it.
    package var service: String?
    /// Its check digit is right; false where its format has none.
    package var isProven: Bool
    /// The carrier's page for this parcel, https; nil where none is known.
    package var link: String?

    init(_ carrier: Carrier, _ service: String? = nil, isProven: Bool = true, link: String? = nil) {
        self.carrier = carrier
        self.service = service
        self.isProven = isProven
        self.link = link
    }

    /// `UPS Ground`.
    package var words: String { [carrier.name, service].compactMap(\.self).joined(separator: " ") }
}

/// What a tracking number says of itself: who may carry it, and whether it looks mistyped.
///
/// Formats of different carriers collide, so there may be several candidates; which of them it is cannot be
/// known from the number alone, and is never guessed. Carriers that are not known here exist as well.
package struct TrackingReading: Sendable, Hashable {
    /// All that it can be, those with a check digit first.
    package private(set) var candidates: [TrackingCandidate] = []
    /// What it would be but for its check digit; only where it can be nothing else.
    package private(set) var almost: [TrackingCandidate] = []

    /// Blanks and hyphens do not count, nor does case. What is sent is what was typed.
    package init(_ text: String) {
        guard let number = TrackingReading.normalized(text) else { return }
        for format in TrackingFormat.byLength[number.count] ?? [] where format.fits(number) {
            guard var candidate = format.candidate(String(decoding: number, as: UTF8.self)) else { continue }
            switch format.isRight(number) {
            case true?: add(candidate, to: \.candidates)
            case false?: add(candidate, to: \.almost)
            case nil:
                candidate.isProven = false
                add(candidate, to: \.candidates)
            }
        }
        candidates = candidates.filter(\.isProven) + candidates.filter { !$0.isProven }
        if !candidates.isEmpty { almost = [] }
    }

    /// Probably mistyped.
    package var isSuspect: Bool { !almost.isEmpty }

    /// `UPS Ground`, `FedEx Express or Purolator`; nil where no carrier is recognised.
    package var carriers: String? {
        candidates.isEmpty ? nil : candidates.map(\.words).joined(separator: " or ")
    }

    /// `It looks like UPS, but its check digit is wrong.` Nil where nothing is suspicious.
    package var suspicion: String? {
        guard isSuspect else { return nil }
        return "It looks like \(Self.names(of: almost)), but its check digit is wrong: a typo?"
    }

    /// The carriers alone, for where room is short: `UPS`, `FedEx or USPS`.
    package var names: String? { candidates.isEmpty ? nil : Self.names(of: candidates) }

    /// What a mark's number is counted under in a report: a carrier, all that it may be (`FedEx or USPS`, in
    /// the order of the alphabet, so that they stand together), or why there is none.
    package static func group(_ tracking: String?) -> String {
        guard let tracking, !tracking.allSatisfy(\.isWhitespace) else { return "no tracking" }
        let names = Set(TrackingReading(tracking).candidates.map(\.carrier.name))
        return names.isEmpty ? "no carrier known" : names.sorted().joined(separator: " or ")
    }

    private static func names(of candidates: [TrackingCandidate]) -> String {
        var names: [String] = []
        for name in candidates.map(\.carrier.name) where !names.contains(name) { names.append(name) }
        return names.joined(separator: " or ")
    }

    /// A number with who carries it, as far as it says so itself: `1Z… (UPS)`.
    package static func named(_ tracking: String) -> String {
        let reading = TrackingReading(tracking)
        let carriers = reading.isSuspect ? "a typo?" : reading.names
        return carriers.map { "\(tracking) (\($0))" } ?? tracking
    }

    /// Carriers' pages for this parcel, each once.
    package var links: [TrackingCandidate] {
        var seen: Set<String> = []
        return candidates.filter { $0.link.map { seen.insert($0).inserted } ?? false }
    }

    private mutating func add(
        _ candidate: TrackingCandidate, to list: WritableKeyPath<TrackingReading, [TrackingCandidate]>
    ) {
        if !self[keyPath: list].contains(where: { $0.words == candidate.words }) {
            self[keyPath: list].append(candidate)
        }
    }

    /// Upper-case letters and digits as ASCII; nil where anything else stands in it.
    private static func normalized(_ text: String) -> [UInt8]? {
        var number: [UInt8] = []
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace || scalar.properties.generalCategory == .dashPunctuation {
                continue
            }
            guard scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) else {
                return nil
            }
            number.append(UInt8(ascii: scalar) & (scalar.properties.isLowercase ? 0xDF : 0xFF))
        }
        return number
    }
}
