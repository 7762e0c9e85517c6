import Crypto
import FoundationEssentials
import Model

/// The endpoints of the simulated office.
struct EvolutionEndpoints {
    let inventory: Inventory
    let settings: EvolutionSettings
    let limit: RateLimit
    let faults: FaultPlan

    init(inventory: Inventory, settings: EvolutionSettings, clock: ServerClock, faults: FaultPlan) {
        self.inventory = inventory
        self.settings = settings
        self.faults = faults
        limit = RateLimit(limit: settings.callsPerSecond, seconds: 1, clock: clock)
    }

    /// - Parameter number: the request's, as the recorder counts.
    func answer(_ call: Call, number: Int, fault: Fault?) -> Answer {
        do throws(EvolutionError) {
            guard limit.admits() else { throw .tooMany }
            try checkSignature(call)
            switch call.endpoint {
            case .inventory: return try list(call, fault)
            case .inventoryItem: return try item(call)
            case .ticketGroup: return try ticketGroup(call)
            case .ticketGroups: return try ticketGroups(call)
            case .inventoryBulk: return try updateMany(call, number, fault)
            default: return try update(call, number, fault)
            }
        } catch {
            return error.answer
        }
    }

    /// Over the bytes that came: verb, host without its port, path, and the query as sent or the body.
    private func checkSignature(_ call: Call) throws(EvolutionError) {
        guard call.headers["x-token"] == settings.token else { throw .token }
        let host = call.authority.prefix { $0 != ":" }
        let start = Data("\(call.method) \(host)\(call.path)?".utf8)
        let text = start + (call.method == "GET" ? Data(call.rawQuery.utf8) : call.body)
        let key = SymmetricKey(data: Data(settings.secret.utf8))
        let expected = Data(HMAC<SHA256>.authenticationCode(for: text, using: key)).base64EncodedString()
        guard call.headers["x-signature"] == expected else { throw .signature }
    }

    // MARK: Reading

    private func list(_ call: Call, _ fault: Fault?) throws(EvolutionError) -> Answer {
        try allow(["office_id", "state", "page[cursor]", "page[items]"], call)
        guard let office = try number("office_id", call) else { throw .invalid(["office_id is missing"]) }
        guard office == settings.officeID else { throw .missing("Couldn't find Office with ID=\(office)") }
        let state = call.parameter("state") ?? "ALL"
        guard ["ALL", "MAPPED", "UNMAPPED"].contains(state) else { throw .invalid(["state is invalid"]) }
        let cursor = try number("page[cursor]", call)
        let items = try number("page[items]", call)
        guard state != "ALL" || (cursor == nil && items == nil) else {
            throw .invalid(["page needs state MAPPED or UNMAPPED"])
        }
        var rows = inventory.rows.filter { state == "ALL" || ($0.id != nil) == (state == "MAPPED") }
        if state != "ALL" {
            rows = Array(rows.filter { $0.remoteID >= cursor ?? 0 }.prefix(max(1, items ?? 10_000)))
        }
        var wire = rows.map { WireRow(id: $0.id, remote_id: $0.remoteID, event_id: $0.eventID) }
        if case .spoiltRow(let place) = fault, wire.indices.contains(place) { wire[place].isSpoilt = true }
        return try encode(wire)
    }

    private func item(_ call: Call) throws(EvolutionError) -> Answer {
        guard settings.showsInventory else { throw .missing("The endpoint you requested doesn't exist") }
        try allow([], call)
        return try encode(["inventory": WireListing(listing: try found(call.id))])
    }

    private func ticketGroup(_ call: Call) throws(EvolutionError) -> Answer {
        guard settings.showsTicketGroups else { throw .token }
        try allow(["ticket_list"], call)
        let hasTickets = call.parameter("ticket_list") == "true"
        return try encode(WireTicketGroup(listing: try found(call.id), hasTickets: hasTickets))
    }

    private func ticketGroups(_ call: Call) throws(EvolutionError) -> Answer {
        guard settings.showsTicketGroups else { throw .token }
        try allow(["ticket_group_in_hand", "ticket_group_in_hand_on.lte"], call)
        let inHand = call.parameter("ticket_group_in_hand").map { $0 == "true" }
        let day = call.parameter("ticket_group_in_hand_on.lte")
        let listings = inventory.listingIDs.compactMap(inventory.read)
            .filter { inHand == nil || $0.inHand == inHand }
            .filter { listing in day.map { (listing.inHandOn ?? "9999") <= $0 } ?? true }
        return try encode([
            "ticket_groups": listings.map { WireTicketGroup(listing: $0, hasTickets: false) }
        ])
    }

    // MARK: Changing

    private func update(_ call: Call, _ number: Int, _ fault: Fault?) throws(EvolutionError) -> Answer {
        try allow([], call)
        let listing = try found(call.id, inventory.listing)
        let change = try change(call, isBulk: false)
        if let remoteID = change.newRemoteID, remoteID != listing.remoteID,
            inventory.rows.contains(where: { $0.remoteID == remoteID })
        {
            throw .invalid(["inventory[remote_id] has already been taken"])
        }
        try write([listing], change, number, fault)
        if case .late = fault { return Answer() }
        return try encode(["inventory": WireListing(listing: change.applied(to: listing))])
    }

    private func updateMany(_ call: Call, _ number: Int, _ fault: Fault?) throws(EvolutionError) -> Answer {
        try allow([], call)
        let change = try change(call, isBulk: true)
        var listings: [Listing] = []
        for id in change.ids ?? [] { listings.append(try found(String(id), inventory.listing)) }
        if case .halfApplied(let count) = fault {
            try write(Array(listings.prefix(count)), change, number, nil)
            return Answer(status: 500, body: Data(#"{"error":"Error"}"#.utf8))
        }
        try write(listings, change, number, fault)
        if case .late = fault { return Answer() }
        return try encode(["inventory": listings.map { WireListing(listing: change.applied(to: $0)) }])
    }

    private func change(_ call: Call, isBulk: Bool) throws(EvolutionError) -> ListingChange {
        guard call.headers["content-type"]?.hasPrefix("application/json") == true else {
            throw .invalid(["The body must be application/json."])
        }
        return try ListingChange(call.body, isBulk: isBulk, nests: settings.nestsInTicket)
    }

    private func write(
        _ listings: [Listing], _ change: ListingChange, _ number: Int, _ fault: Fault?
    ) throws(EvolutionError) {
        switch fault {
        case .refusePurchase: throw .invalid(["inventory cannot be updated"])
        case .late(let milliseconds):
            faults.postpone(milliseconds: milliseconds) { [inventory] in
                let now = listings.compactMap { inventory.listing($0.id) }
                inventory.write(now.map(change.applied), by: number)
            }
        case .staleReads(let milliseconds):
            let hidden = milliseconds.map { Duration.milliseconds($0) } ?? .seconds(86_400)
            inventory.write(listings.map(change.applied), by: number, hiddenFor: hidden)
        default: inventory.write(listings.map(change.applied), by: number)
        }
    }

    // MARK: Parts

    private func found(
        _ id: String, _ look: ((Int) -> Listing?)? = nil
    ) throws(EvolutionError) -> Listing {
        guard let listing = Int(id).flatMap(look ?? inventory.read) else {
            throw .missing("Couldn't find TicketGroup with ID=\(id)")
        }
        return listing
    }

    private func allow(_ names: Set<String>, _ call: Call) throws(EvolutionError) {
        var seen: Set<String> = []
        for name in call.query.map(\.name) where !names.contains(name) || !seen.insert(name).inserted {
            throw .invalid(["\(name) is unknown or given twice"])
        }
    }

    private func number(_ name: String, _ call: Call) throws(EvolutionError) -> Int? {
        guard let text = call.parameter(name) else { return nil }
        guard let number = Int(text), number >= 0 else { throw .invalid(["\(name) must be a number"]) }
        return number
    }

    private func encode(_ value: some Encodable) throws(EvolutionError) -> Answer {
        do {
            return try Answer(json: value)
        } catch {
            throw .invalid(["The answer cannot be written."])
        }
    }
}

/// The names are the wire's.
private struct WireRow: Encodable {
    var id: Int?
    var remote_id: Int
    var event_id: Int?
    /// A fault: the row has a value of the wrong type in it.
    var isSpoilt = false

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: AnyKey.self)
        if isSpoilt {
            try row.encode(["no": "number"], forKey: AnyKey("id"))
        } else {
            try row.encode(id, forKey: AnyKey("id"))
        }
        try row.encode(remote_id, forKey: AnyKey("remote_id"))
        try row.encode(event_id, forKey: AnyKey("event_id"))
    }
}
