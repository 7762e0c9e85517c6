import APIs
import Cache
import Model
import Services
import Settings

/// One store looked at: can it be reached, are the credentials good and for this place, what may they do, is
/// the clock right. A line for each, with what to do.
struct Checkup {
    let bench: Bench
    let open: OpenStore
    let network: Network

    private var identity: StoreIdentity { open.store.identity }

    /// - Returns: what to end with where it needs care.
    func run() async throws -> ExitStatus? {
        if let line = HeldLine(open, bench) { say("note", line.sentence) }
        open.configuration.credentials?.openFiles.forEach { say("note", $0.sentence) }
        let login = open.login(in: bench.configuration.dataDirectory)
        if let login, login.sign == "FAIL" {
            // Nothing can be tried before.
            say(login.sign, login.words)
            return .refused
        }
        let client: StoreClient
        do {
            guard let found = try bench.client(of: open, network) else {
                say("note", "no credentials here: another station must lead")
                return nil
            }
            client = found
        } catch let error as ConfigError {
            error.sentences.forEach { say("FAIL", $0) }
            return .configuration
        }
        let answer = await client.greet()
        switch answer.result {
        case .failure(let failure): return await trouble(failure, answer.sign, client)
        case .success(let greeting):
            if let login { say(login.sign, login.words) }
            say("ok", greeting.tellsOrders ? "reachable, and the credentials are good" : "reachable")
            tellClock(answer.serverTime)
            let trouble = await tellRights(greeting, client)
            try tellRest()
            return trouble
        }
    }

    private func trouble(
        _ failure: CallFailure, _ sign: CallSign?, _ client: StoreClient
    ) async -> ExitStatus {
        guard case .refused(let words) = failure else {
            say("FAIL", failure.advice(for: identity, sign))
            return .unreachable
        }
        // Of a login, the words say what to do.
        let isOfLogin = open.isByLogin && sign?.tellsOfCredentials != false
        say("FAIL", isOfLogin ? words : failure.advice(for: identity, sign))
        if case .elsewhere(let why) = await belonging(client) { say("note", why) }
        return .refused
    }

    private func tellClock(_ time: ServerTime?) {
        guard let time else { return say("note", "it does not tell the time: this clock was not compared") }
        let ahead = ServiceClock.system.now() / 1_000 - time.unixSeconds
        if abs(ahead) <= 60 { return say("ok", "this clock agrees with the store's") }
        let way = ahead > 0 ? "ahead of" : "behind"
        say("note", "this clock is \(abs(ahead)) s \(way) the store's: set one of them by NTP (timedatectl)")
    }

    private func tellRights(_ greeting: Greeting, _ client: StoreClient) async -> ExitStatus? {
        var trouble: ExitStatus?
        switch await belonging(client) {
        case .here(let words): say("ok", words)
        case .elsewhere(let why):
            say("FAIL", why)
            trouble = .refused
        case .untold: break
        }
        if greeting.isEmpty == true, let word = identity.api.placeWord {
            say("note", "it lists nothing yet; if there should be something, check \(word)")
        }
        await client.shortcomings(greeting, of: identity).forEach { say("note", $0) }
        if client.takesRegistration {
            if open.configuration.credentials?.registration != nil {
                say("ok", "the caller registration is good")
            } else {
                say(
                    "note",
                    "no rsu_api_reg: RunSignup demands caller registration from 2027-01-01; register on its "
                        + "API Keys page, and add rsu_api_reg and rsu_api_reg_secret")
            }
        }
        return trouble
    }

    private func belonging(_ client: StoreClient) async -> Belonging {
        open.hasEntityKey ? await client.belonging(to: identity) : .untold
    }

    private func tellRest() throws {
        let hasMarked = try bench.cache.read { try $0.hasConfirmedMarks(in: open.store.id) }
        if !open.store.capabilities.marksLeave {
            say("note", "this API takes no marks: what is shipped here is kept on this box")
        } else if !hasMarked {
            say("note", "whether the credentials may mark shows with the first mark: no call tells it")
        }
        if open.takesIDs { try tellOrders() }
        let aside = try bench.cache.read { try $0.setAsideRows(of: open.store.id) }
        aside.forEach { say("note", $0) }
    }

    /// Which world it is, and how many of its orders this box keeps.
    private func tellOrders() throws {
        let (count, mode) = try bench.cache.read { reader in
            let kept = try reader.tracked(in: open.store.id)
            return (kept.count, try reader.mode(of: open.store.id))
        }
        say("ok", mode.map { "mode \($0)" } ?? "its mode shows once an order was read")
        guard count == 0 else { return }
        say("note", "no orders are kept yet: `shipdesk track \(open.store.name.shellWord) FILE`")
    }

    private func say(_ sign: String, _ words: String) {
        Console.say("\(sign.padding(to: 6))\(open.store.name): \(words)")
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
