import APIs
import Model
import Settings

#if canImport(Glibc)
    import Glibc
#endif

/// The first-run guide: asks for one store, tries it, and writes the configuration.
struct Guide {
    /// The file to be written.
    let file: String
    private let interview = Interview()

    /// The systems that a store can be set up for here.
    private static let systems: [(words: String, value: API)] = [
        ("RunSignup ticket store", .runsignupTicketStore),
        ("RunSignup race store", .runsignupRaceStore),
        ("Tixstock orders", .tixstock),
        ("Ticket Evolution inventory", .ticketEvolution),
    ]

    /// - Returns: false where the person left before anything was written.
    /// - Throws: ``Stop`` where the file cannot be written.
    func run() async throws -> Bool {
        interview.say("This sets up your first store. It only reads there; nothing is marked.")
        interview.say("Leave with ^C or ^D: nothing is written before the end.")
        interview.say()
        do {
            while true {
                let draft = try ask()
                let text = try draft.yaml()
                interview.say()
                interview.say("Trying it…")
                let problem = await Trial(text: text, beside: file).problem()
                interview.say(problem.map { "It does not work yet: \($0)." } ?? worksSoFar(draft))
                if problem != nil {
                    if try interview.agrees("Change your answers?") { continue }
                    guard try interview.agrees("Write the configuration as it is?") else { return false }
                }
                try PrivateFile(path: file).write(text)
                interview.say("Written to \(file), for your eyes only.")
                tellWhatIsNext(draft)
                return true
            }
        } catch is Interview.Left {
            interview.say()
            interview.say("Nothing was written.")
            return false
        }
    }

    private func worksSoFar(_ draft: ConfigurationDraft) -> String {
        draft.kind == .login
            ? "The answers fit; the store opens once somebody has logged in." : "It works: the store answers."
    }

    private func tellWhatIsNext(_ draft: ConfigurationDraft) {
        if draft.kind == .login {
            interview.say("Now log in: `shipdesk login \(draft.storeName.shellWord)`.")
        }
        if !Capabilities(of: draft.api).lists {
            interview.say("Bring in its orders with `shipdesk track \(draft.storeName.shellWord) FILE`.")
        }
        interview.say("`shipdesk doctor` checks it any time.")
    }

    private func ask() throws -> ConfigurationDraft {
        let api = try interview.choose("Which system sold the orders?", Guide.systems)
        let name = try interview.ask("What do you call the store", usual: "my-store") { name in
            name.contains(":") ? "A name without a colon, please." : nil
        }
        let address = try interview.ask("Address of the API", usual: api.documentedBaseURL) { address in
            address.hasPrefix("http") ? nil : "It begins with https://."
        }
        let place = try api.placeWord.map { word in
            try interview.ask("Number of the place (\(word))") { number in
                Int64(number).map { $0 > 0 } == true
                    ? nil : "A number, as it stands in the store's own pages."
            }
        }
        let kind = try interview.choose(
            "Which credentials do you have?",
            CredentialKind.kinds(for: api).map { kind in
                (
                    [kind.words.identifier, kind.words.secret].compactMap(\.self).joined(separator: " + "),
                    kind
                )
            })
        let identifier = try kind.words.identifier.map { try interview.ask($0) }
        let secret =
            kind == .login
            ? try interview.askSecretlyIfAny(kind.words.secret) : try interview.askSecretly(kind.words.secret)
        var draft = ConfigurationDraft(
            storeName: name, api: api, baseURL: address, place: place ?? "", kind: kind,
            identifier: identifier ?? "", secret: secret, station: "")
        if kind == .login {
            draft.redirectURI = try interview.askIfAny("redirect_uri, as registered with RunSignup") ?? ""
        }
        if api == .runsignupTicketStore || api == .runsignupRaceStore {
            draft.registration = try askRegistration()
        }
        let station = try interview.ask("Name of this packing station", usual: Places.defaultStation)
        draft.station = station == Places.defaultStation ? "" : station
        return draft
    }

    private func askRegistration() throws -> (token: String, secret: Secret)? {
        let question = "rsu_api_reg, the caller registration that RunSignup demands from 2027-01-01"
        guard let token = try interview.askIfAny(question) else { return nil }
        return (token, try interview.askSecretly("rsu_api_reg_secret"))
    }
}

/// A configuration that is tried before it takes its place.
private struct Trial {
    var text: String
    /// Tried in the same folder, so that what is relative means the same.
    var beside: String

    /// What stands in the way, as part of a sentence; nil where all is well.
    func problem() async -> String? {
        let path = beside + ".trial"
        defer { unlink(path) }
        do {
            try PrivateFile(path: path).write(text)
            var overrides = Overrides()
            overrides.config = path
            let configuration = try Configuration.load(overrides, environment: Environment.variables)
            guard let store = configuration.stores.first else { return "no store stands in it" }
            return try await ask(store)
        } catch let error as ConfigError {
            return error.findings.map(\.sentence).joined(separator: " ")
        } catch let stop as Stop {
            return stop.sentences.joined(separator: " ")
        } catch {
            return "it cannot be tried here"
        }
    }

    private func ask(_ store: StoreConfiguration) async throws -> String? {
        let open = OpenStore(
            configuration: store, store: Store(id: StoreID(0), name: store.name, identity: store.identity))
        let network = Network(userAgent: "shipdesk/\(shipdeskVersion)")
        let problem: String?
        do {
            let client = try open.client(http: network.door, directory: nil)
            problem = await client?.problem(of: open)
        } catch {
            await network.shutDown()
            throw error
        }
        await network.shutDown()
        return problem
    }
}

extension StoreClient {
    fileprivate func problem(of open: OpenStore) async -> String? {
        let (answer, store) = (await greet(), open.store.identity)
        if let failure = answer.failure { return failure.advice(for: store, answer.sign) }
        if open.hasEntityKey, case .elsewhere(let why) = await belonging(to: store) { return why }
        return nil
    }
}
