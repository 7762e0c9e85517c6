import Model
import Simulator

/// Stores as they stand in a configuration, with the credentials that a simulator takes.
enum Stocked {
    /// - Parameter baseURL: as `withSimulator` tells it, for RunSignup.
    static func gala(_ baseURL: String) -> String {
        """
          - name: gala
            api: runsignup-ticket-store
            base_url: \(baseURL)
            ticket_event_id: 7001
            credentials: {rsu_api_key: demo-key, rsu_api_secret: demo-secret}

        """
    }

    static func race(_ baseURL: String) -> String {
        """
          - name: city-run
            api: runsignup-race-store
            base_url: \(baseURL)
            race_id: 9001
            addresses: none
            credentials: {rsu_api_key: demo-race-key, rsu_api_secret: demo-race-secret}

        """
    }

    static func orders(_ baseURL: String) -> String {
        """
          - name: boxoffice
            api: tixstock
            base_url: \(root(baseURL))/v1
            credentials: {bearer_token: demo-tixstock-token}

        """
    }

    static func office(_ baseURL: String) -> String {
        """
          - name: shelf
            api: ticket-evolution
            base_url: \(root(baseURL))
            office_id: 1234
            credentials: {token: demo-evolution-token, secret: demo-evolution-secret}

        """
    }

    private static func root(_ baseURL: String) -> String { String(baseURL.dropLast("/rest".count)) }
}

/// What the simulators of stories hold.
enum Made {
    /// An hour old: 2 shirts.
    static func racePurchase(_ id: Int, now: Int64) -> RacePurchase {
        RacePurchase(
            id: id, userID: 50_001, purchasedAt: now - 3_600, amount: 5_000, paid: 5_000,
            lines: [.init(itemID: 501, name: "Shirt", option: "Large", quantity: 2)])
    }

    /// An hour old: two seats beside each other.
    static func order(_ id: String, now: Int64) -> StockOrder {
        StockOrder(
            id: id, placedAt: now - 3_600,
            address: ShippingAddress(
                address1: "1 Quay", address2: "", city: "Cork", zipcode: "T12", countryCode: "IE"),
            tickets: ["4", "5"].map { .init(section: "Block 12", row: "C", seat: $0) })
    }

    /// Two seats that are awaited, with the barcodes of an earlier print.
    static func listing(_ id: Int) -> Listing {
        var listing = Listing(id: id, remoteID: id * 2, seats: [4, 5])
        for place in listing.seats.indices { listing.seats[place].barcode = "OLD\(place)0001" }
        listing.values["in_hand"] = .flag(false)
        listing.values["in_hand_on"] = .text("2030-01-31")
        return listing
    }
}
