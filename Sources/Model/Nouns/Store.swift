/// The systems that shipdesk speaks to. The raw value is the `api:` word of the configuration.
package enum API: String, Sendable, Hashable, CaseIterable, Codable {
    case runsignupTicketStore = "runsignup-ticket-store"
    case runsignupRaceStore = "runsignup-race-store"
    case tixstock
    case ticketEvolution = "ticket-evolution"
}

/// What makes a store the same store, whatever it is called on one station or another.
///
/// Marks never leave for another identity; every key in the cache starts with the store's number, which
/// stands for one identity.
package struct StoreIdentity: Sendable, Hashable, Codable {
    package var api: API
    /// Without a trailing slash.
    package var baseURL: String
    /// The ticket event, race or office, as text; empty for Tixstock, which has none.
    package var place: String

    package init(api: API, baseURL: String, place: String) {
        self.api = api
        self.baseURL = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
        self.place = place
    }

    /// One line that is equal exactly where identities are; the key in the cache.
    package var canonical: String { "\(api.rawValue) \(baseURL) \(place)" }
}

/// The number of a store in one cache file.
package struct StoreID: Sendable, Hashable, Comparable, Codable {
    package var number: Int64
    package init(_ number: Int64) { self.number = number }
    package static func < (a: StoreID, b: StoreID) -> Bool { a.number < b.number }
}

/// A store as screens know it.
package struct Store: Sendable, Hashable {
    package var id: StoreID
    /// The name in the configuration: for people only, it may differ from station to station.
    package var name: String
    package var identity: StoreIdentity

    package init(id: StoreID, name: String, identity: StoreIdentity) {
        self.id = id
        self.name = name
        self.identity = identity
    }

    package var capabilities: Capabilities { Capabilities(of: identity.api) }
}

/// What an API can do. Screens ask this, never the API's name; a disabled key says why.
package struct Capabilities: Sendable, Hashable {
    package var lists: Bool
    /// Marks carry a quantity of one item; otherwise the whole order is marked.
    package var quantities: Bool
    package var undo: Bool
    package var handOver: Bool
    package var addresses: Bool
    package var tracking: Bool
    package var labels: Bool
    package var finalStatuses: Bool
    /// A mark with a lost answer can be found again by reading.
    package var readBack: Bool
    /// Marks leave this box; otherwise they are kept in the local ledger.
    package var marksLeave: Bool
    /// Nothing is sent to anybody: marks say that things are here, or the day on which they will be.
    package var arrives: Bool
    /// A parcel may have a day on which it is to be delivered.
    package var deliveryDates: Bool
    /// A buyer may clear an order shortly after buying.
    package var clears: Bool
    /// Single values can be changed, by the names of the store's document.
    package var changes: Bool
    /// A list tells only some of it; the rest is read of one by itself.
    package var readsOnOpening: Bool
    /// Orders that one request may mark.
    package var together: Int

    package init(of api: API) {
        let ticketStore = api == .runsignupTicketStore
        let raceStore = api == .runsignupRaceStore
        lists = api != .tixstock
        quantities = ticketStore || raceStore
        undo = true
        handOver = ticketStore || raceStore
        addresses = ticketStore || api == .tixstock
        tracking = api != .ticketEvolution
        labels = api == .tixstock
        finalStatuses = api == .tixstock
        readBack = !raceStore
        marksLeave = !raceStore
        arrives = api == .ticketEvolution
        deliveryDates = api != .tixstock
        clears = ticketStore || raceStore
        changes = api.valueRules != nil
        readsOnOpening = api == .ticketEvolution
        together = api == .tixstock ? 1 : api == .ticketEvolution ? InventoryChange.mostAtOnce : 100
    }
}
