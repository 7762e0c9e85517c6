import APIs
import FoundationEssentials
import Model
import Services
import Settings

/// OAuth 2 of one store: who asks, where the tokens lie, and how calls get at them.
struct StoreLogin {
    let file: LoginFile
    private(set) var application: OAuthApplication
    private let remedy: String
    private let client: @Sendable (OAuthApplication) -> OAuthClient

    /// Nil where the store is opened by a key, or there is no place for a login.
    init?(of open: OpenStore, _ resolved: ResolvedCredentials, directory: String?, http: HTTPDoor) {
        guard resolved.kind == .login, let identifier = resolved.identifier, let directory else { return nil }
        file = LoginFile(directory: directory, store: open.store.id)
        application = OAuthApplication(
            clientID: identifier.reveal(), clientSecret: resolved.secret?.reveal(),
            redirectURI: resolved.login.redirectURI ?? "")
        if let page = resolved.login.page { application.loginPage = page }
        application.form = FormEncoding(resolved.login.tokenEncoding)
        application.repeatsChallengeMethod = resolved.login.repeatsChallengeMethod
        remedy = "Run \(open.loginCommand)"
        let baseURL = open.store.identity.baseURL
        let registration = resolved.registration.map(CallerRegistration.init)
        client = { application in
            OAuthClient(
                baseURL: baseURL, application: application, registration: registration, http: http)
        }
    }

    /// For calls: renewed in time.
    var access: RunSignupAccess {
        LoginKeeper(file: file, clientID: application.clientID, client: client(application))
            .access(remedy: remedy)
    }

    /// - Parameter redirectURI: where the browser was sent, where the configuration leaves that open.
    func redeem(code: String, _ key: ProofKey, redirectURI: String) async -> Answer<OAuthTokens> {
        var application = application
        application.redirectURI = redirectURI
        return await client(application).redeem(code: code, key)
    }
}

extension OpenStore {
    var isByLogin: Bool { configuration.credentials?.kind == .login }

    var loginCommand: String { "`shipdesk login \(store.name.shellWord)`" }

    /// Who is logged in and until when, with the sign that `doctor` puts before it; nil where the store is
    /// opened by a key.
    func login(in directory: String) -> (sign: String, words: String)? {
        guard isByLogin else { return nil }
        do throws(LoginFault) {
            guard let login = try LoginFile(directory: directory, store: store.id).read() else {
                return ("FAIL", "nobody is logged in: run \(loginCommand)")
            }
            let words = login.words(command: loginCommand)
            return (login.endedWhy == nil ? "ok" : "note", "logged in; \(words)")
        } catch {
            return ("FAIL", "\(error.words): run \(loginCommand)")
        }
    }
}

extension Login {
    /// Until when it is good, and what happens then.
    func words(command: String) -> String {
        let end = tokens.expiresAt.map {
            "good until \(Date(timeIntervalSince1970: Double($0)).formatted(.iso8601))"
        }
        let after =
            switch (endedWhy, tokens.refresh) {
            case (let why?, _): "not renewed (\(why)): run \(command)"
            case (nil, nil): "not renewed: run \(command) when it has run out"
            case (nil, _?): "renewed by itself"
            }
        return [end ?? "good for as long as the store says so", after].joined(separator: ", ")
    }
}
