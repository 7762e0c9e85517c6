import APIs
import ArgumentParser
import Model
import Services
import Settings

struct LoginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login",
        abstract: "Log in to a store whose credentials are a client_id, by a browser.",
        discussion: """
            Shows an address to open, takes what the browser brings back, and keeps the tokens in the data \
            directory, for your eyes only. Every process of yours uses and renews them from then on.
            """)

    @OptionGroup var options: GlobalOptions
    @Argument(help: "The store's name; not needed where only one is opened by a login.")
    var name: String?

    func run() async throws {
        try await Console.run {
            if options.readOnly { throw Stop(.refused, "--read-only: nobody is logged in.") }
            let bench = try Bench.open(options)
            let open = try bench.storeByLogin(named: name)
            try await bench.withNetwork { network in
                try await Admission(bench: bench, open: open, network: network).run()
            }
        }
    }
}

struct LogoutCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logout", abstract: "Forget the tokens of a login.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "The store's name; not needed where only one is opened by a login.")
    var name: String?

    func run() async throws {
        try await Console.run {
            let bench = try Bench.open(options)
            let open = try bench.storeByLogin(named: name)
            do throws(LoginFault) {
                let file = LoginFile(directory: bench.configuration.dataDirectory, store: open.store.id)
                try await file.replace(with: nil)
            } catch { throw Stop(.configuration, "\(error.words).") }
            Console.say("\(open.store.name): logged out here. What was granted is withdrawn at RunSignup.")
        }
    }
}

/// From the address that a person opens to tokens that are kept.
private struct Admission {
    let bench: Bench
    let open: OpenStore
    let network: Network

    func run() async throws {
        let door = bench.door(of: network)
        let directory = bench.configuration.dataDirectory
        guard let resolved = try open.configuration.credentials?.resolve(environment: Environment.variables),
            let login = StoreLogin(of: open, resolved, directory: directory, http: door)
        else { throw Stop(.configuration, "\(open.store.name) has no client_id.") }
        let grant = try await BrowserVisit(login.application).run()
        let answer = await login.redeem(code: grant.code, grant.key, redirectURI: grant.redirectURI)
        let tokens: OAuthTokens
        do throws(CallFailure) { tokens = try answer.result.get() } catch { throw stop(error, answer.sign) }
        let kept = Login(
            clientID: login.application.clientID, tokens: tokens,
            obtainedAt: ServiceClock.system.now() / 1_000)
        do throws(LoginFault) { try await login.file.replace(with: kept) } catch {
            throw Stop(.configuration, "\(error.words). Nothing was kept: log in again once that is mended.")
        }
        Console.say("Logged in to \(open.store.name): \(kept.words(command: open.loginCommand)).")
        try await greet()
    }

    /// A login may be anybody's: whether it opens this store is worth a look.
    private func greet() async throws {
        guard let client = try bench.client(of: open, network),
            let failure = await client.greet().failure
        else { return }
        throw Stop(.refused, "But \(open.store.name) does not open by it: \(failure.words).")
    }

    private func stop(_ failure: CallFailure, _ sign: CallSign?) -> Stop {
        switch failure {
        case .refused: Stop(.refused, "Nobody was logged in. \(failure.ofTheClient(sign).words)")
        case .named(let words, _): Stop(.refused, "The code was not taken: \(words). Begin again.")
        default: Stop(.unreachable, "The code could not be turned in: \(failure.words). Begin again.")
        }
    }
}

extension Bench {
    /// - Parameter name: nil for the only one.
    /// - Throws: ``Stop``.
    fileprivate func storeByLogin(named name: String?) throws -> OpenStore {
        if let name, !stores.contains(where: { $0.store.name == name }) {
            let names = configuration.stores.map(\.name).joined(separator: ", ")
            throw Stop(.usage, "There is no store `\(name)` in the configuration; there are: \(names).")
        }
        let chosen = stores.filter { $0.store.name == name ?? $0.store.name && $0.isByLogin }
        switch (chosen.count, name) {
        case (1, _): return chosen[0]
        case (0, let name?):
            throw Stop(.configuration, "\(name) is not opened by a login: its credentials have no client_id.")
        case (0, nil): throw Stop(.configuration, "No store here has a client_id in its credentials.")
        default:
            let names = chosen.map(\.store.name).joined(separator: ", ")
            throw Stop(.usage, "Which one? \(names).")
        }
    }
}
