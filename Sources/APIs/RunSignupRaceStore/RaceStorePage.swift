/// One page of a race's purchases, oldest first, cancelled ones left out.
package struct RaceStorePage: Sendable, Hashable {
    package var purchases: [RaceStorePurchase]
    /// Rows that could not be read; each loses only itself.
    package var setAside: [SetAside]
    /// Where the next page begins; nil on the last.
    package var next: RaceStoreCursor?

    package init(
        purchases: [RaceStorePurchase], setAside: [SetAside] = [], next: RaceStoreCursor? = nil
    ) {
        self.purchases = purchases
        self.setAside = setAside
        self.next = next
    }

    /// Rows in the answer, read or not.
    package var rowCount: Int { purchases.count + setAside.count }
}

/// A place in the list, as the server wrote it: goes back unchanged, and is never looked into.
package struct RaceStoreCursor: Sendable, Hashable, Codable {
    package var token: String

    /// One that was kept.
    package init(token: String) { self.token = token }

    /// The `next_token` of a `next_url`. Nothing else of that address is used: it may name any host.
    /// - Returns: nil where there is none in it.
    init?(nextURL: String) {
        guard let mark = nextURL.firstIndex(of: "?") else { return nil }
        let query = nextURL[nextURL.index(after: mark)...].prefix { $0 != "#" }
        let pairs = query.split(separator: "&").filter { $0.hasPrefix("next_token=") }
        guard pairs.count == 1, let value = pairs.first?.dropFirst("next_token=".count),
            // Base64 has a plus of its own, and no spaces.
            let token = percentDecoded(value, plusIsSpace: false), !token.isEmpty
        else { return nil }
        self.token = token
    }
}
