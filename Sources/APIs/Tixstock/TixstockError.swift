/// An error of Tixstock's, on any status, 200 among them:
///
/// - `{"data": [], "meta": {}, "errors": {"title": "…", "code": "404"}}`
/// - `{"data": [], "meta": {}, "errors": ["The … field is required.", …]}`
struct TixstockError: ErrorShape, Hashable {
    static let keys = ["errors", "error"]

    var code: Int?
    var words: String?

    init?(_ body: JSONValue) {
        guard let errors = body["errors"] ?? body["error"], !errors.isNothing else { return nil }
        code = (errors["code"]?.integer ?? body["code"]?.integer).map(Int.init(clamping:))
        let title = errors["title"]?.text ?? errors["message"]?.text ?? errors.text
        let list = errors.array.compactMap { $0.text ?? $0["title"]?.text ?? $0["message"]?.text }
        let told = title ?? (list.isEmpty ? body["message"]?.text : list.joined(separator: " "))
        words = told ?? code.map { "Error code \($0)." }
    }

    var isThrottling: Bool { code == 429 }
    /// No token, an address that is not let in, no rights.
    var isRefusal: Bool { code.map { [100, 102, 103, 110, 111, 401, 403].contains($0) } ?? false }

    /// 107 asks for another try and says nothing more; 500 and 503 are the server's own trouble. A code that
    /// no list has says nothing certain, least of all inside a 200.
    func isDoubtful(status: Int) -> Bool {
        guard let code else { return false }
        return [107, 500, 503].contains(code) || (status == 200 && !TixstockError.listed.contains(code))
    }

    private static let listed: Set<Int> = [
        100, 102, 103, 106, 107, 108, 109, 110, 111, 401, 403, 404, 405, 429, 500, 503,
    ]
}
