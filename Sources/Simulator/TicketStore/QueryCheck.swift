import Model

/// Reads the query as strictly as the documents describe it: nothing unknown, nothing twice, no odd value.
struct QueryCheck {
    let call: Call

    private static let shared: Set<String> = ["rsu_api_key", "api_key", "api_secret", "rsu_api_reg"]

    private static func credentials(_ call: Call) -> Set<String> {
        shared.union([call.endpoint.api == .runsignupRaceStore ? "sp_api_key" : "checkin_api_key"])
    }

    init(_ call: Call, allowed: Set<String>) throws(StoreError) {
        self.call = call
        var seen: Set<String> = []
        let known = allowed.union(Self.credentials(call))
        for name in call.query.map(\.name) {
            guard known.contains(name) else {
                throw .parameter("Unknown parameter: \(name)")
            }
            guard seen.insert(name).inserted else { throw .parameter("Parameter given twice: \(name)") }
        }
    }

    func event(_ id: Int) throws(StoreError) {
        guard let given = try unsigned("ticket_event_id") else {
            throw .parameter("Missing required parameter: ticket_event_id")
        }
        guard given == id else { throw .identifier("Invalid ticket event ID.") }
    }

    func unsigned(_ name: String) throws(StoreError) -> Int? {
        guard let text = call.parameter(name) else { return nil }
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text) else {
            throw .parameter("\(name) must be an unsigned integer.")
        }
        return number
    }

    func flag(_ name: String) throws(StoreError) -> Bool {
        switch call.parameter(name) {
        case nil, "F": false
        case "T": true
        default: throw .parameter("\(name) must be T or F.")
        }
    }
}
