/// Who carries a parcel.
package enum Carrier: Sendable, Hashable {
    case ups, fedEx, usps, dhl, royalMail, canadaPost, dpd, onTrac, laserShip, amazon, purolator
    /// The postal operator of a country, by its two letters: `DE`.
    case post(country: String)

    /// As people call it.
    package var name: String {
        switch self {
        case .ups: "UPS"
        case .fedEx: "FedEx"
        case .usps: "USPS"
        case .dhl: "DHL"
        case .royalMail: "Royal Mail"
        case .canadaPost: "Canada Post"
        case .dpd: "DPD"
        case .onTrac: "OnTrac"
        case .laserShip: "LaserShip"
        case .amazon: "Amazon"
        case .purolator: "Purolator"
        case .post(let country): "post \(country)"
        }
    }

    /// The page where a parcel is followed, up to its number; nil where no public one is known.
    private var trackingPage: String? {
        switch self {
        case .ups: "https://www.ups.com/track?tracknum="
        case .fedEx: "https://www.fedex.com/fedextrack/?trknbr="
        case .usps: "https://tools.usps.com/go/TrackConfirmAction?tLabels="
        case .dhl: "https://www.dhl.com/global-en/home/tracking.html?tracking-id="
        case .royalMail: "https://www.royalmail.com/track-your-item#/tracking-results/"
        case .canadaPost: "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor="
        case .dpd: "https://www.dpdgroup.com/nl/mydpd/my-parcels/track?lang=en&parcelNumber="
        case .onTrac: "https://www.ontrac.com/tracking/?number="
        case .purolator: "https://www.purolator.com/en/shipping/tracker?searchValue="
        case .laserShip, .amazon, .post: nil
        }
    }

    /// - Parameter number: letters A to Z and digits alone, so nothing of it needs to be escaped.
    func link(to number: String) -> String? { trackingPage.map { $0 + number } }

    /// Who carries what bears a number of the postal union from a country.
    init(postOf country: String) {
        switch country {
        case "GB": self = .royalMail
        case "US": self = .usps
        case "CA": self = .canadaPost
        default: self = .post(country: country)
        }
    }
}
