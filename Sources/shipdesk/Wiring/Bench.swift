import APIs
import Cache
import Logging
import Model
import Services
import Settings

/// A packing station at work: its configuration, the cache, the stores, and who stands there.
struct Bench: Sendable {
    private(set) var configuration: Configuration
    let cache: Cache
    /// Those of the configuration, or the one that `--store` names.
    let stores: [OpenStore]
    private(set) var author: Author
    let isReadOnly: Bool
    let log: Logger

    /// - Throws: ``ConfigError``, ``CacheError``, ``Stop``.
    static func open(_ options: GlobalOptions, log: Logger = .quiet) throws -> Bench {
        let configuration = try Configuration.load(options.overrides, environment: Environment.variables)
        return try open(configuration, only: options.store, isReadOnly: options.readOnly, log: log)
    }

    static func open(
        _ configuration: Configuration, only name: String?, isReadOnly: Bool, log: Logger
    ) throws -> Bench {
        if let name, configuration.store(named: name) == nil {
            let names = configuration.stores.map(\.name).joined(separator: ", ")
            throw Stop(.usage, "There is no store `\(name)` in the configuration; there are: \(names).")
        }
        let cache = try Cache(directory: configuration.dataDirectory)
        if cache.foundCopied { Console.tell(copied(configuration.dataDirectory)) }
        let stores = try configuration.stores.filter { name == nil || $0.name == name }.map { store in
            try OpenStore.open(store, in: cache)
        }
        let author = Author(person: Environment.person, station: configuration.station)
        return Bench(
            configuration: configuration, cache: cache, stores: stores, author: author,
            isReadOnly: isReadOnly,
            log: log)
    }

    /// By store.
    var codes: [StoreID: ItemCodes] {
        stores.reduce(into: [:]) { codes, open in
            codes[open.store.id] = open.codes
            codes[open.store.id]?.names = (try? cache.read { try $0.names(of: open.store.id) }) ?? [:]
        }
    }

    /// Where PDF labels lie.
    var labels: LabelShelf { LabelShelf(directory: configuration.dataDirectory) }

    /// For whoever waits for marks here.
    var attendance: Attendance { Attendance(directory: configuration.dataDirectory) }

    /// What whoever opened it should know first.
    var notice: String? { cache.foundCopied ? Self.copied(configuration.dataDirectory) : nil }

    /// Nothing is sent twice: what was open in the other place waits here for a person.
    static func copied(_ directory: String) -> String {
        "\(directory) was copied or moved here. What was waiting in it is not sent from here by itself: the "
            + "place that it came from may send it, too. It stands in the outbox as a conflict; retry it "
            + "there if the other place sends no more."
    }

    /// The same bench under another name, for headers and the log.
    func named(_ station: String) -> Bench {
        var bench = self
        bench.configuration.station = station
        bench.author.station = station
        return bench
    }

    /// What one part of it is called where it leads.
    func named(adding part: String) -> Bench { named("\(configuration.station)/\(part)") }

    func store(_ id: StoreID) -> OpenStore? { stores.first { $0.store.id == id } }

    /// The stores that this station has credentials for; none for a station that only reads.
    ///
    /// - Parameter wanted: only these; no other's secrets are fetched.
    /// - Throws: ``ConfigError`` where a secret cannot be fetched, and nobody leads who needs none of ours.
    func clients(network: Network, of wanted: Set<StoreID>? = nil) throws -> [(OpenStore, StoreClient)] {
        if isReadOnly { return [] }
        return try stores.filter { wanted?.contains($0.store.id) ?? true }.compactMap { store in
            do {
                return try client(of: store, network).map { (store, $0) }
            } catch let error as ConfigError {
                if isLed(store) { return nil }
                throw error
            }
        }
    }

    /// For whoever leads all day: a store whose secret cannot be fetched does not keep the others waiting.
    ///
    /// - Returns: the others, and what to tell of those that are left out.
    /// - Throws: ``ConfigError`` where that leaves none.
    func willingClients(
        network: Network
    ) throws -> (clients: [(OpenStore, StoreClient)], whyNot: [StoreID: ConfigError]) {
        if isReadOnly { return ([], [:]) }
        var clients: [(OpenStore, StoreClient)] = []
        var errors: [(store: StoreID, error: ConfigError)] = []
        for open in stores {
            do {
                if let client = try client(of: open, network) { clients.append((open, client)) }
            } catch let error as ConfigError {
                errors.append((open.store.id, error))
            }
        }
        if clients.isEmpty, let first = errors.first { throw first.error }
        return (clients, Dictionary(errors.map { ($0.store, $0.error) }) { first, _ in first })
    }

    /// For whoever starts this station, in the order of the stores.
    func sentences(_ whyNot: [StoreID: ConfigError]) -> [String] {
        stores.flatMap { open in
            (whyNot[open.store.id]?.sentences ?? []).map { "\(open.store.name): \($0)" }
        }
    }

    /// Why this station cannot read or send for the stores that it has no credentials for.
    func strangers(
        _ clients: [(OpenStore, StoreClient)], _ whyNot: [StoreID: ConfigError]
    ) -> [StoreID: String] {
        let known = Set(clients.map(\.0.store.id))
        return stores.reduce(into: [:]) { words, open in
            let id = open.store.id
            if known.contains(id) { return }
            words[id] =
                isReadOnly
                ? "This station only reads what is kept (--read-only)."
                : whyNot[id]?.sentences.joined(separator: " ") ?? "There are no credentials for it here."
        }
    }

    /// Whether any process of this box leads the store just now: it does the work for all.
    func isLed(_ open: OpenStore) -> Bool {
        Leader.isLed(open.store.id, directory: configuration.dataDirectory)
    }

    /// Nil where this station has no credentials for the store.
    /// - Throws: ``ConfigError`` where a secret cannot be fetched.
    func client(of open: OpenStore, _ network: Network) throws -> StoreClient? {
        try open.client(http: door(of: network), directory: configuration.dataDirectory)
    }

    func leader(of open: OpenStore, client: StoreClient) -> Leader {
        Leader(
            store: open.store,
            channel: client.channel(
                of: open.store.id, in: cache, directory: configuration.dataDirectory),
            cache: cache, directory: configuration.dataDirectory,
            station: configuration.station, figures: ProtocolFigures(configuration.timing),
            schedule: SyncSchedule(configuration.timing),
            includesCleared: open.configuration.includesCleared, log: log)
    }

    /// The network, two calls at a time for the whole box.
    func door(of network: Network) -> HTTPDoor { callSlots.door(network.door) }

    var callSlots: CallSlots {
        CallSlots(
            folder: configuration.lockDirectory, dataDirectory: configuration.dataDirectory,
            callTimeout: configuration.timing.callTimeout.inMilliseconds)
    }

    /// The network for as long as `body` takes; it is shut down however that ends.
    nonisolated(nonsending) func withNetwork<Value>(
        _ body: nonisolated(nonsending) (Network) async throws -> Value
    ) async throws -> Value {
        let network = network()
        do {
            let value = try await body(network)
            await network.shutDown()
            return value
        } catch {
            await network.shutDown()
            throw error
        }
    }

    private func network() -> Network {
        var limits = Network.Limits()
        limits.call = configuration.timing.callTimeout
        return Network(userAgent: "shipdesk/\(shipdeskVersion)", limits: limits)
    }
}

extension Logger {
    /// Says nothing: commands speak by sentences and exit statuses.
    static let quiet = Logger(label: "shipdesk") { _ in SwiftLogNoOpLogHandler() }

    /// Lines on stderr, which a dashboard points at its log file.
    static let onStandardError = Logger(label: "shipdesk") { StreamLogHandler.standardError(label: $0) }
}
