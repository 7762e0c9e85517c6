import APIs
import Cache
import Logging
import Model
import Services
import Settings

/// A packing station at work: its configuration, the cache, the stores, and who stands there.
struct Bench: Sendable {
    let configuration: Configuration
    let cache: Cache
    /// Those of the configuration, or the one that `--store` names.
    let stores: [OpenStore]
    let author: Author
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
        let stores = try configuration.stores.filter { name == nil || $0.name == name }.map { store in
            try OpenStore.open(store, in: cache)
        }
        let author = Author(person: Environment.person, station: configuration.station)
        return Bench(
            configuration: configuration, cache: cache, stores: stores, author: author,
            isReadOnly: isReadOnly,
            log: log)
    }

    /// For whoever waits for marks here.
    var attendance: Attendance { Attendance(directory: configuration.dataDirectory) }

    func store(_ id: StoreID) -> OpenStore? { stores.first { $0.store.id == id } }

    /// The stores that this station has credentials for; none for a station that only reads.
    /// - Throws: ``ConfigError`` where a secret cannot be fetched.
    func clients(network: Network) throws -> [(OpenStore, TicketStoreClient)] {
        if isReadOnly { return [] }
        let door = door(of: network)
        return try stores.compactMap { store in try store.client(http: door).map { (store, $0) } }
    }

    func leader(of open: OpenStore, client: TicketStoreClient) -> Leader {
        Leader(
            store: open.store, client: client, cache: cache, directory: configuration.dataDirectory,
            station: configuration.station, figures: ProtocolFigures(configuration.timing),
            schedule: SyncSchedule(configuration.timing),
            includesCleared: open.configuration.includesCleared, log: log)
    }

    /// The network, two calls at a time for the whole box.
    func door(of network: Network) -> HTTPDoor {
        CallSlots(directory: configuration.dataDirectory).door(network.door)
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
