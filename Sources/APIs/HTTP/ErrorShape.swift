/// How one API tells an error in a body, and what its codes mean. Everything else about an answer is judged
/// alike for all APIs, by ``Judge``.
protocol ErrorShape: Sendable {
    /// The keys of an answer's object under which an error stands, on any status.
    static var keys: [String] { get }
    /// Nil where the body tells no error.
    init?(_ body: JSONValue)

    var code: Int? { get }
    /// In the server's words; nil where it has none.
    var words: String? { get }
    /// Too fast: nothing was done.
    var isThrottling: Bool { get }
    /// Credentials or rights: nothing was done, and nothing will be until somebody mends it.
    var isRefusal: Bool { get }
    /// The request is at fault, whatever the status says of credentials.
    var isAboutRequest: Bool { get }
    /// It says nothing certain about the request, which may have taken effect.
    func isDoubtful(status: Int) -> Bool
}

extension ErrorShape {
    var isAboutRequest: Bool { false }
}
