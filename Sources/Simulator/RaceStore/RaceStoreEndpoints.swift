import FoundationEssentials
import Model

/// The endpoints of the race store, and those of the people who bought there.
struct RaceStoreEndpoints {
    let store: RaceStore
    let credentials: CredentialCheck
    let raceID: Int

    private static let mostPerPage = 500

    func answer(_ call: Call, fault: Fault?) -> Answer {
        do throws(StoreError) {
            try credentials.admit(call)
            switch call.endpoint {
            case .racePurchases: return try purchases(call, fault)
            case .participants: return try participants(call)
            case .user: return try user(call)
            default: throw .method
            }
        } catch {
            return Answer(error)
        }
    }

    private func purchases(_ call: Call, _ fault: Fault?) throws(StoreError) -> Answer {
        let check = try QueryCheck(
            call, allowed: ["race_id", "num", "min_purchase_ts", "max_purchase_ts", "next_token"])
        try check.race(raceID)
        var query = RaceQuery()
        query.num = min(try check.unsigned("num") ?? 100, Self.mostPerPage)
        guard query.num >= 1 else { throw .parameter("num must be at least 1.") }
        if let from = try check.unsigned("min_purchase_ts") { query.from = Int64(from) }
        if let until = try check.unsigned("max_purchase_ts") { query.until = Int64(until) }
        if let token = call.parameter("next_token") { query.after = try RaceCursor.place(token) }
        let page = store.page(query)
        var rows = page.purchases.map { WireRacePurchase(purchase: $0) }
        if case .spoiltRow(let place) = fault, rows.indices.contains(place) { rows[place].isSpoilt = true }
        let next = page.hasMore ? page.purchases.last.map { address(after: $0, call) } : nil
        return try encode(WireRacePage(purchases: rows, next_url: next))
    }

    /// As in the document: another host, and neither credentials nor `num` in it.
    private func address(after last: RacePurchase, _ call: Call) -> String {
        let kept = ["race_id", "min_purchase_ts", "max_purchase_ts"].compactMap { name in
            call.parameter(name).map { "\(name)=\($0)" }
        }
        let token = RaceCursor.token(Place(at: last.purchasedAt, id: last.id))
            .replacing("+", with: "%2B").replacing("=", with: "%3D").replacing("/", with: "%2F")
        let query = (["format=json"] + kept + ["next_token=\(token)"]).joined(separator: "&")
        return "https://example.com\(Endpoint.racePurchases.path)?\(query)"
    }

    // MARK: People, after the vendor's pages

    private func user(_ call: Call) throws(StoreError) -> Answer {
        let check = try QueryCheck(call, allowed: ["format"])
        try check.json()
        guard let id = Int(call.id), let person = person(id - RaceStore.firstUser) else {
            throw .identifier("Invalid user ID.")
        }
        return try encode(["user": person])
    }

    private func participants(_ call: Call) throws(StoreError) -> Answer {
        let check = try QueryCheck(
            call,
            allowed: [
                "format", "event_id", "page", "results_per_page", "sort", "after_registration_id",
                "modified_after_timestamp",
            ])
        try check.json()
        guard call.id == String(raceID) else { throw .identifier("Invalid race ID.") }
        guard let event = try check.unsigned("event_id") else {
            throw .parameter("Missing required parameter: event_id")
        }
        let after = try check.unsigned("after_registration_id") ?? 0
        let num = min(try check.unsigned("results_per_page") ?? 50, 2_500)
        let first = max(0, after - RaceStore.firstRegistration + 1)
        let rows = (first..<max(first, store.world.count)).lazy.compactMap(participant).prefix(num)
        return try encode([WireEvent(event: ["event_id": event], participants: Array(rows))])
    }

    private func participant(_ index: Int) -> WireParticipant? {
        guard index % 3 != 0, let user = person(index) else { return nil }
        return WireParticipant(user: user, registration_id: RaceStore.firstRegistration + index)
    }

    private func person(_ index: Int) -> WirePerson? {
        guard index >= 0, index < store.world.count else { return nil }
        return WirePerson(id: RaceStore.firstUser + index, person: store.world.person(index))
    }

    private func encode(_ value: some Encodable) throws(StoreError) -> Answer {
        do {
            return try Answer(json: value)
        } catch {
            throw StoreError(status: 500, code: 4, message: "The answer cannot be written.")
        }
    }
}

extension QueryCheck {
    fileprivate func race(_ id: Int) throws(StoreError) {
        guard let given = try unsigned("race_id") else {
            throw .parameter("Missing required parameter: race_id")
        }
        guard given == id else { throw .identifier("Invalid race ID.") }
    }

    /// The older calls answer in XML unless they are told otherwise.
    fileprivate func json() throws(StoreError) {
        guard call.parameter("format") == "json" else {
            throw StoreError(status: 200, code: 10, message: "Response format unsupported")
        }
    }
}

// The names are the wire's.

private struct WireRacePage: Encodable {
    var purchases: [WireRacePurchase]
    var next_url: String?
}

private struct WireEvent: Encodable {
    var event: [String: Int]
    var participants: [WireParticipant]
}

private struct WireParticipant: Encodable {
    var user: WirePerson
    var registration_id: Int
}

private struct WirePerson: Encodable {
    var id: Int
    var person: Person

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: AnyKey.self)
        try row.encode(id, forKey: AnyKey("user_id"))
        try row.encode(person.firstName, forKey: AnyKey("first_name"))
        try row.encode(String?.none, forKey: AnyKey("middle_name"))
        try row.encode(person.lastName, forKey: AnyKey("last_name"))
        try row.encode("buyer\(id)@example.com", forKey: AnyKey("email"))
        let parts = person.address
        var address = row.nestedContainer(keyedBy: AnyKey.self, forKey: AnyKey("address"))
        try address.encode(parts?.address1, forKey: AnyKey("street"))
        try address.encode(parts?.city, forKey: AnyKey("city"))
        try address.encode(parts?.state, forKey: AnyKey("state"))
        try address.encode(parts?.zipcode, forKey: AnyKey("zipcode"))
        try address.encode(parts?.countryCode, forKey: AnyKey("country_code"))
    }
}
