import FoundationEssentials

/// One request, read to its end.
struct Call: Sendable {
    struct Parameter: Sendable {
        var name: String
        var value: String
    }

    var endpoint: Endpoint
    var method: String
    var path: String
    /// What stands for `:id` in the endpoint's path, decoded.
    var id = ""
    var query: [Parameter]
    /// As it came, not decoded.
    var rawQuery = ""
    /// Host and port, as the client named them.
    var authority = ""
    /// By name in lower case.
    var headers: [String: String]
    var body: Data

    func parameter(_ name: String) -> String? { query.first { $0.name == name }?.value }

    /// What follows `Bearer` in the authorization; nil where there is none.
    var bearer: String? {
        guard let text = headers["authorization"], text.hasPrefix("Bearer ") else { return nil }
        return String(text.dropFirst("Bearer ".count))
    }
}
