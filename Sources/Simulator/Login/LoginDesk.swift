import Crypto
import FoundationEssentials
import Synchronization

/// RunSignup's OAuth 2: gives out codes to everybody who asks (nobody is there to consent), and turns each
/// into tokens once, if the proof fits.
package final class LoginDesk: Sendable {
    private struct Grant {
        var challenge: String
        var redirect: String
        /// Unix seconds.
        var until: Int64
    }

    private struct State {
        var codes: [String: Grant] = [:]
        /// By access token: until when it is good, Unix seconds.
        var access: [String: Int64] = [:]
        var refresh: Set<String> = []
        var made = 0
    }

    private static let codeLife: Int64 = 300
    private static let accessLife: Int64 = 2_592_000

    private let clock: ServerClock
    private let state = Mutex(State())

    init(clock: ServerClock) { self.clock = clock }

    /// Whether an access token came from here and is still good.
    package func knows(access token: String) -> Bool {
        let now = clock.now
        return state.withLock { $0.access[token].map { $0 > now } ?? false }
    }

    /// Somebody withdraws what was granted: no token of before is good any more.
    package func withdrawAll() {
        state.withLock { state in
            state.access = [:]
            state.refresh = []
        }
    }

    /// A code for the login page's answer.
    func code(challenge: String, redirect: String) -> String {
        let until = clock.now + Self.codeLife
        return state.withLock { state in
            state.made += 1
            let code = "demo-code-\(state.made)"
            state.codes[code] = Grant(challenge: challenge, redirect: redirect, until: until)
            return code
        }
    }

    func redeem(code: String, verifier: String, redirect: String) throws(LoginError) -> LoginTokens {
        // Spent even where the proof does not fit.
        guard let grant = state.withLock({ $0.codes.removeValue(forKey: code) }), grant.until > clock.now
        else { throw .grant("The authorization code is unknown, used or too old.") }
        guard grant.redirect == redirect else { throw .grant("redirect_uri is another one.") }
        guard Self.challenge(verifier) == grant.challenge else { throw .grant("code_verifier does not fit.") }
        return give()
    }

    func refresh(_ token: String) throws(LoginError) -> LoginTokens {
        guard state.withLock({ $0.refresh.remove(token) }) != nil else {
            throw .grant("The refresh token is unknown.")
        }
        return give()
    }

    private func give() -> LoginTokens {
        let until = clock.now + Self.accessLife
        return state.withLock { state in
            state.made += 1
            let tokens = LoginTokens(
                token_type: "Bearer", expires_in: Self.accessLife, access_token: "demo-login-\(state.made)",
                refresh_token: "demo-refresh-\(state.made)")
            state.access[tokens.access_token] = until
            state.refresh.insert(tokens.refresh_token)
            return tokens
        }
    }

    private static func challenge(_ verifier: String) -> String {
        Data(SHA256.hash(data: Data(verifier.utf8))).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}

/// The names are the wire's.
struct LoginTokens: Encodable {
    var token_type: String
    var expires_in: Int64
    var access_token: String
    var refresh_token: String
}

/// An error in the shape of OAuth.
struct LoginError: Error {
    var status: Int
    var name: String
    var words: String

    static func request(_ words: String) -> LoginError {
        LoginError(status: 400, name: "invalid_request", words: words)
    }
    static func grant(_ words: String) -> LoginError {
        LoginError(status: 400, name: "invalid_grant", words: words)
    }
    static let client = LoginError(status: 401, name: "invalid_client", words: "Client authentication failed")

    var answer: Answer {
        let body = ["error": name, "error_description": words, "hint": words, "message": words]
        return (try? Answer(json: body, status: status)) ?? Answer(status: status)
    }
}
