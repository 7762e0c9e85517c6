/// What opens a store at the moment of a call: a key, which stays what it is, or a login, whose token is
/// renewed from time to time.
package struct RunSignupAccess: Sendable {
    /// What a person does about a refusal; nil where the words of the server are all there is to say.
    let remedy: String?
    /// Whether a refusal may be a matter of age alone.
    let canRenew: Bool
    /// Of who asks for tokens, kept out of every message.
    let secrets: [String]
    private let give:
        @Sendable (_ refused: RunSignupCredentials?) async -> Result<RunSignupCredentials, CallFailure>

    /// - Parameters:
    ///   - remedy: of a store that refuses what was given.
    ///   - secrets: beside what is given, kept out of every message.
    ///   - give: what is good now; `refused` is what the server has just turned down, and what comes instead
    ///     may be the same where there is nothing better. Its failures say themselves what to do.
    package init(
        remedy: String, secrets: [String] = [],
        give:
            @escaping @Sendable (_ refused: RunSignupCredentials?) async -> Result<
                RunSignupCredentials, CallFailure
            >
    ) {
        self.remedy = remedy
        self.secrets = secrets
        self.give = give
        canRenew = true
    }

    private init(always credentials: RunSignupCredentials) {
        remedy = nil
        secrets = []
        canRenew = false
        give = { _ in .success(credentials) }
    }

    package static func always(_ credentials: RunSignupCredentials) -> RunSignupAccess {
        RunSignupAccess(always: credentials)
    }

    package func credentials(
        insteadOf refused: RunSignupCredentials? = nil
    ) async -> Result<RunSignupCredentials, CallFailure> {
        await give(refused)
    }

    /// The failure with what a person does about it, which stands first: a line may be cut off.
    func explained(_ failure: CallFailure) -> CallFailure {
        guard let remedy, case .refused(let words) = failure else { return failure }
        return .refused(words: "\(remedy): \(words)")
    }
}
