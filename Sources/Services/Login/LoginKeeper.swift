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
        RunSignupAccess(remedy: remedy, secrets: client.secrets) { refused in
            do throws(TokenFailure) {
                return .success(try await tokens(insteadOf: refused).credentials)
            } catch {
                guard error.needsLogin, case .refused(let words) = error.failure else {
                    return .failure(error.failure)
                }
                return .failure(.refused(words: "\(remedy): \(words)"))
            }
        }
    }

    /// Why there is no token, and whether somebody who logs in mends that.
    struct TokenFailure: Error {
        var failure: CallFailure
        var needsLogin = false
    }

    func tokens(insteadOf refused: RunSignupCredentials?) async throws(TokenFailure) -> OAuthTokens {
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
    private func renewed(_ old: Login, mayStay: Bool) async throws(TokenFailure) -> OAuthTokens {
        guard old.tokens.refresh != nil else {
            if mayStay { return old.tokens }
            throw Self.ended("there is nothing to renew it with")
        }
        let lock = file.lock
        do { try await lock.acquire() } catch { throw Self.unsent(error.sentence) }
        defer { lock.release() }
        var login = try kept()
        if login.tokens.access != old.tokens.access { return login.tokens }
        if let why = login.endedWhy { throw Self.ended(why) }
        // Where there is no room for new tokens, the old ones are not spent.
        try keep(login)
        let answer = await client.refresh(login.tokens)
        switch answer.result {
        case .success(let tokens):
            try keep(login.renewed(tokens, at: now))
            return tokens
        case .failure(.named(let words, _)):
            login.endedWhy = words
            try keep(login)
            if mayStay { return login.tokens }
            throw Self.ended(words)
        case .failure(let failure):
            rest.until.withLock { $0 = now + 60 }
            if mayStay { return login.tokens }
            throw TokenFailure(failure: failure.ofTheClient(answer.sign))
        }
    }

    private func kept() throws(TokenFailure) -> Login {
        let login: Login?
        do throws(LoginFault) { login = try file.read() } catch { throw Self.over(error.words) }
        guard let login else { throw Self.over("Nobody is logged in") }
        guard login.clientID == clientID else { throw Self.over("The login was made with another client_id") }
        return login
    }

    private func keep(_ login: Login) throws(TokenFailure) {
        do throws(LoginFault) { try file.write(login) } catch { throw Self.unsent(error.words) }
    }

    private static func ended(_ words: String) -> TokenFailure { over("The login has run out: \(words)") }

    private static func over(_ words: String) -> TokenFailure {
        TokenFailure(failure: .refused(words: words), needsLogin: true)
    }

    private static func unsent(_ words: String) -> TokenFailure {
        TokenFailure(failure: .nothingLeft(words: words))
    }

    /// Unix seconds.
    private var now: Int64 { clock.now() / 1_000 }
}

extension CallFailure {
    /// The login is as good as it was: who asks is not known, and a new login would not change that.
    package func ofTheClient(_ sign: CallSign?) -> CallFailure {
        guard case .refused(let words) = self, sign?.isRedirect != true else { return self }
        let keys =
            sign?.code == CallFailure.registrationCode
            ? "rsu_api_reg and rsu_api_reg_secret" : "client_id and client_secret"
        return .refused(words: "Check \(keys) in the configuration: \(words)")
    }
}
