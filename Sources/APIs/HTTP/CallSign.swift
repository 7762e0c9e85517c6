/// What of an answer may stand in a log: its numbers. Its words may hold anybody's name or address.
package struct CallSign: Sendable, Hashable {
    /// The status line's.
    package var status: Int
    /// The API's own, where it told one.
    package var code: Int?
    package var isRedirect: Bool { (300..<400).contains(status) }
    /// Of a refusal: what was refused are the credentials, not who calls or the way to the server.
    package var tellsOfCredentials: Bool { !isRedirect && code != CallFailure.registrationCode }

    package init(status: Int, code: Int? = nil) {
        self.status = status
        self.code = code
    }
}

extension CallFailure {
    /// RunSignup's code for a caller registration that it does not know.
    package static let registrationCode = 17

    /// One word for the class of it, of our own.
    package var kind: String {
        switch self {
        case .nothingLeft: "not sent"
        case .throttled: "throttled"
        case .refused: "refused"
        case .named: "error"
        case .lost: "lost"
        }
    }
}
