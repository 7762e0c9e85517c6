/// An error that RunSignup tells in a body, in any of the shapes that were seen on any status:
///
/// - `{"error": {"error_code": 6, "error_msg": "…"}}`, details nested or not
/// - `{"error": "text", "details": {…}}` (the documents' OpenAPI)
/// - `{"error": "invalid_client", "error_description": "…", "hint": "…", "message": "…"}` (OAuth)
struct RunSignupError: ErrorShape, Hashable {
    static let keys = ["error"]

    var code: Int?
    /// In the server's words, as they came; nil where it has none.
    var message: String?
    /// OAuth's own word for it: `invalid_client`.
    private var name: String?

    /// Nil where the body tells no error.
    init?(_ body: JSONValue) {
        guard let error = body["error"], !error.isNothing else { return nil }
        let places = [error, error["details"], body, body["details"]].compactMap { $0 }
        code = places.lazy.compactMap { $0["error_code"]?.integer }.first.map(Int.init(clamping:))
        message = RunSignupError.message(in: places) ?? error.text
        name = error.text
    }

    private static func message(in places: [JSONValue]) -> String? {
        for key in ["error_msg", "error_description", "message", "hint"] {
            if let text = places.lazy.compactMap({ $0[key]?.text }).first { return text }
        }
        return nil
    }
}

extension RunSignupError {
    /// The message, or the code where that is all there is.
    var words: String? { message ?? code.map { "Error code \($0)." } }

    /// "Too fast", in the protocol's table.
    var isThrottling: Bool { code.map { [10, 14].contains($0) } ?? false }
    /// Key authentication, permission, login, caller registration; in OAuth's words, the client.
    var isRefusal: Bool {
        code.map { [6, 7, 13, 17].contains($0) } ?? ["invalid_client", "unauthorized_client"].contains(name)
    }
    /// A code or a token of a login that is spent.
    var isAboutRequest: Bool { name == "invalid_grant" }

    func isDoubtful(status: Int) -> Bool { isServersOwn || (status == 200 && isUnlisted) }

    /// "Unknown error" and "database error" say nothing about the request: it may have taken effect.
    private var isServersOwn: Bool { code.map { [4, 5].contains($0) } ?? false }
    /// A code that no list of RunSignup's explains: it says nothing certain about the request.
    private var isUnlisted: Bool {
        code.map { !(1...17).contains($0) && !(101...299).contains($0) } ?? false
    }
}
