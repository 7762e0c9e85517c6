/// An error of Ticket Evolution's:
///
/// - `{"errors": [{"code": "invalid_params", "message": "…"}]}`
/// - `{"error": "…"}`, with or without a `message`
/// - the thing itself with `"errors": {"name": ["can't be blank"]}`
struct TicketEvolutionError: ErrorShape, Hashable {
    static let keys = ["errors", "error"]

    var words: String?
    /// Its codes are words.
    var code: Int? { nil }

    init?(_ body: JSONValue) {
        let error = body["error"].flatMap { $0.isNothing ? nil : $0 }
        let errors = body["errors"].flatMap { $0.isNothing ? nil : $0 }
        guard error != nil || errors != nil else { return nil }
        words =
            errors.flatMap(TicketEvolutionError.words) ?? body["message"]?.text ?? error?.text
            ?? error?["message"]?.text
    }

    /// Who calls is told by the status alone.
    var isThrottling: Bool { false }
    var isRefusal: Bool { false }
    /// An error inside a 200 says nothing certain about a change.
    func isDoubtful(status: Int) -> Bool { status == 200 }

    private static func words(_ errors: JSONValue) -> String? {
        let list: [String]
        switch errors {
        case .array(let elements): list = elements.compactMap { $0["message"]?.text ?? $0.text }
        case .object(let members):
            list = members.sorted { $0.key < $1.key }.flatMap { name, value in
                (value.array.compactMap(\.text) + [value.text].compactMap { $0 }).map { "\(name) \($0)" }
            }
        default: list = [errors.text].compactMap { $0 }
        }
        return list.isEmpty ? nil : list.joined(separator: "; ")
    }
}
