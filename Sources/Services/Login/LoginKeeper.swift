import APIs
import Synchronization

/// Gives calls the token of a login, and renews it: some time before it runs out, and where it is refused
/// sooner. One process does so at a time, and the others take what it brought.
package struct LoginKeeper: Sendable {
    private let file: LoginFile
    private let clientID: String
    private let client: OAuthClient
    private let clock: ServiceClock
    private let rest = Rest()

    /// After a try that came to nothing, as long as the old token is good.
    private final class Rest: Sendable {
        let until = Mutex(Int64.min)
    }

    package init(file: LoginFile, clientID: String, client: OAuthClient, clock: ServiceClock = .system) {
        self.file = file
        self.clientID = clientID
        self.client = client
        self.clock = clock
    }

    /// - Parameter remedy: what a person does where nothing can be renewed.
    package func access(remedy: String) -> RunSignupAccess {
        RunSignupAccess(remedy: remedy) { refused in
            do throws(CallFailure) {
                return .success(try await tokens(insteadOf: refused).credentials)
            } catch {
                return .failure(error)
            }
        }
    }

    func tokens(insteadOf refused: RunSignupCredentials?) async throws(CallFailure) -> OAuthTokens {
        let login = try kept()
        if let refused {
            if login.tokens.credentials != refused || login.wasJustRenewed(at: now) { return login.tokens }
            return try await renewed(login, mayStay: false)
        }
        guard login.holds(at: now) else { return try await renewed(login, mayStay: false) }
        guard login.needsRenewal(at: now), rest.until.withLock({ $0 <= now }) else { return login.tokens }
        return try await renewed(login, mayStay: true)
    }

    /// - Parameter mayStay: the old token is still good where no new one can be had.
    private func renewed(_ old: Login, mayStay: Bool) async throws(CallFailure) -> OAuthTokens {
        let lock = file.lock
        do { try await lock.acquire() } catch { throw .nothingLeft(words: error.sentence) }
        defer { lock.release() }
        var login = try kept()
        if login.tokens.access != old.tokens.access { return login.tokens }
        if let why = login.endedWhy { throw ended(why) }
        // Where there is no room for new tokens, the old ones are not spent.
        try keep(login)
        let failure: CallFailure
        switch await client.refresh(login.tokens).result {
        case .success(let tokens):
            try keep(login.renewed(tokens, at: now))
            return tokens
        case .failure(let why): failure = why
        }
        switch failure {
        case .refused(let words), .named(let words, _):
            login.endedWhy = words
            try keep(login)
            if mayStay { return login.tokens }
            throw ended(words)
        case .nothingLeft, .throttled, .lost:
            rest.until.withLock { $0 = now + 60 }
            if mayStay { return login.tokens }
            throw failure
        }
    }

    private func kept() throws(CallFailure) -> Login {
        let login: Login?
        do throws(LoginFault) { login = try file.read() } catch { throw .refused(words: error.words) }
        guard let login else { throw .refused(words: "Nobody is logged in") }
        guard login.clientID == clientID else {
            throw .refused(words: "The login was made with another client_id")
        }
        return login
    }

    private func keep(_ login: Login) throws(CallFailure) {
        do throws(LoginFault) { try file.write(login) } catch { throw .nothingLeft(words: error.words) }
    }

    private func ended(_ words: String) -> CallFailure {
        .refused(words: "The login has run out: \(words)")
    }

    /// Unix seconds.
    private var now: Int64 { clock.now() / 1_000 }
}
