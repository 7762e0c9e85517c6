import Model

/// In which order a country's carriers read town, state and postcode.
enum LabelOrder: Sendable, Hashable {
    /// `Bangor ME 04458`: also where we do not know better.
    case townStatePostcode
    /// `80331 München`.
    case postcodeTown
    /// The postcode on a line of its own, below the town.
    case postcodeBelow
    /// `150-0002 東京都 渋谷区`, and then the street.
    case biggestFirst

    init(of address: ShippingAddress) {
        let country = address.countryCode.map { TextEntry.trim($0).uppercased() } ?? ""
        switch country {
        case _ where LabelOrder.postcodeFirst.contains(country): self = .postcodeTown
        case "GB", "UK", "IE", "UA": self = .postcodeBelow
        // Written in Latin letters, such an address is in the order of the West.
        case "JP", "KR", "CN", "TW": self = address.isInEastAsianScript ? .biggestFirst : .townStatePostcode
        default: self = .townStatePostcode
        }
    }

    private static let postcodeFirst: Set<String> = [
        "AT", "BE", "BG", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IL", "IS", "IT",
        "LI", "LT", "LU", "MC", "MX", "NL", "NO", "PL", "PT", "RO", "RS", "SE", "SI", "SK", "TR",
    ]
}

extension ShippingAddress {
    fileprivate var isInEastAsianScript: Bool {
        let words = [address1, city, state].compactMap { $0 }.joined()
        return words.unicodeScalars.contains { (0x1100...0x11FF).contains($0.value) || $0.value >= 0x2E80 }
    }
}
