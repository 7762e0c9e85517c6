import APIs
import ArgumentParser
import Cache
import FoundationEssentials
import Model
import Services
import Settings

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check configuration, cache, stores and terminal; say what to do.")

    @OptionGroup var options: GlobalOptions
    @Flag(help: "Carry the outbox over to a new cache file where the old one is damaged.")
    var repair = false

    func run() async throws {
        try await Console.run {
            if repair { try repairCache() }
            let bench = try Bench.open(options)
            let terminal = Environment.variables["TERM"] ?? "unset"
            Console.say("ok    configuration  \(bench.configuration.file ?? "none")")
            Console.say("ok    cache          \(bench.configuration.dataDirectory)")
            if let at = try bench.cache.read({ try $0.copiedAt() }) {
                let date = Date(timeIntervalSince1970: Double(at)).formatted(.iso8601)
                Console.say("note  cache          copied or moved here, noticed \(date)")
            }
            Console.say("ok    locks          \(bench.callSlots.directory)")
            Console.say("ok    station        \(bench.author.station), \(bench.author.person)")
            Console.say("ok    terminal       \(terminal)")
            var troubles: [ExitStatus] = []
            try await bench.withNetwork { network in
                for open in bench.stores {
                    let checkup = Checkup(bench: bench, open: open, network: network)
                    if let trouble = try await checkup.run() { troubles.append(trouble) }
                }
            }
            if let first = troubles.first {
                throw Stop(first, "\(troubles.count) of \(bench.stores.count) stores need care.")
            }
        }
    }

    private func repairCache() throws {
        let configuration = try Configuration.load(options.overrides, environment: Environment.variables)
        let report = try Cache.repair(directory: configuration.dataDirectory)
        Console.say(report.sentence)
    }
}

/// One store looked at: can it be reached, are the credentials good and for this event, is the clock right.
private struct Checkup {
    let bench: Bench
    let open: OpenStore
    let network: Network

    /// - Returns: what to end with where it needs care.
    func run() async throws -> ExitStatus? {
        if let line = HeldLine(open, bench) { say("note", line.sentence) }
        if let login = open.login(in: bench.configuration.dataDirectory) {
            say(login.sign, login.words)
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
        if let failure = answer.failure { return await trouble(failure, client) }
        say("ok", "reachable, and the credentials are good")
        let offset = answer.serverTime.map { $0.unixSeconds - ServiceClock.system.now() / 1_000 } ?? 0
        if abs(offset) > 60 { say("note", "this clock is \(-offset) s ahead of the store's; set it by NTP") }
        if let why = await foreignEntity(client) { say("note", why) }
        if let why = await client.shortcoming() { say("note", why) }
        if client.takesRegistration, open.configuration.credentials?.registration == nil {
            say("note", "no rsu_api_reg: RunSignup demands caller registration from 2027-01-01")
        }
        if !open.store.capabilities.marksLeave {
            say("note", "this API takes no marks: what is shipped here is kept on this box")
        }
        if open.takesIDs { try tellOrders() }
        let aside = try bench.cache.read { try $0.setAsideRows(of: open.store.id) }
        aside.forEach { say("note", $0) }
        return nil
    }

    private func trouble(_ failure: CallFailure, _ client: StoreClient) async -> ExitStatus {
        // How to log in is told already.
        say("FAIL", open.isByLogin ? failure.words : failure.advice)
        guard case .refused = failure else { return .unreachable }
        if client.takesRegistration, failure.words.lowercased().contains("regist") {
            say("note", "that is the caller registration: check rsu_api_reg and rsu_api_reg_secret")
        }
        if let why = await foreignEntity(client) { say("note", why) }
        return .refused
    }

    /// A call for keys; a token would look refused there, and be renewed for nothing.
    private func foreignEntity(_ client: StoreClient) async -> String? {
        open.isByLogin ? nil : await client.foreignEntity(place: open.store.identity.place)
    }

    /// Which world it is, and how many of its orders this box keeps.
    private func tellOrders() throws {
        let (count, mode) = try bench.cache.read { reader in
            let kept = try reader.tracked(in: open.store.id)
            return (kept.count, try reader.mode(of: open.store.id))
        }
        say("ok", mode.map { "mode \($0)" } ?? "its mode shows once an order was read")
        if count == 0 { say("note", "no orders are kept yet: `shipdesk track \(open.store.name) FILE`") }
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

extension RepairReport {
    fileprivate var sentence: String {
        let marks = carried["marks", default: 0]
        let lost = torn.isEmpty ? "" : " Not read to their end: \(torn.joined(separator: ", "))."
        return "The outbox was carried over (\(marks) marks); the old file is kept as \(oldFile).\(lost)"
            + " The next sync reads the purchases again."
    }
}
