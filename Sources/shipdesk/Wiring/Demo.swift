import Cache
import Model
import Services
import Settings
import Simulator

#if canImport(Glibc)
    import Glibc
#endif

/// The demo's back end: this binary once more, as `simulate`, and a folder that goes with it.
final class Demo {
    private let folder: String
    private let child: ChildProcess
    private let address: String

    private init(folder: String, child: ChildProcess, address: String) {
        self.folder = folder
        self.child = child
        self.address = address
    }

    static func start(purchases: Int, seed: UInt64) async throws -> Demo {
        let child = try ChildProcess.start([
            "simulate", "--purchases", String(purchases), "--race-purchases", "60", "--orders",
            String(orders), "--listings", "40", "--seed", String(seed), "--until-input-ends",
        ])
        guard let line = await child.firstLine(), let address = line.split(separator: " ").last else {
            throw Stop(.unreachable, "The invented stores did not start.")
        }
        return Demo(folder: try temporaryFolder(), child: child, address: String(address))
    }

    /// Few beside the ticket store, so that each can be looked at whole.
    private static let orders = 24

    /// Of a store that lists none, somebody has to bring the ids: here the demo does.
    static func trackOrders(in bench: Bench) throws {
        let now = ServiceClock.system.now() / 1_000
        for open in bench.stores where open.takesIDs {
            try bench.cache.write { writer in
                for id in Simulator.orderIDs(orders) {
                    try writer.track(PurchaseKey(store: open.store.id, purchase: PurchaseID(id)), at: now)
                }
            }
        }
    }

    func configuration(_ overrides: Overrides) throws -> Configuration {
        var overrides = overrides
        overrides.config = "\(folder)/config.yaml"
        overrides.dataDirectory = overrides.dataDirectory ?? "\(folder)/data"
        try write(text(overrides), to: "\(folder)/config.yaml")
        try write(Simulator.galaCodes, to: "\(folder)/codes.csv")
        return try Configuration.load(overrides, environment: Environment.variables)
    }

    private func text(_ overrides: Overrides) -> String {
        """
        station: \(overrides.station ?? "bench-1")
        data_dir: \(folder)/data
        lock_dir: \(folder)
        stores:
          - name: Spring Gala
            api: runsignup-ticket-store
            base_url: \(address)/rest
            ticket_event_id: 7001
            codes: codes.csv
            credentials: {rsu_api_key: demo-key, rsu_api_secret: demo-secret}
          - name: City Run
            api: runsignup-race-store
            base_url: \(address)/rest
            race_id: 9001
            credentials: {rsu_api_key: demo-race-key, rsu_api_secret: demo-race-secret}
          - name: Box Office
            api: tixstock
            base_url: \(address)/v1
            credentials: {bearer_token: demo-tixstock-token}
          - name: Ticket Shelf
            api: ticket-evolution
            base_url: \(address)
            office_id: 1234
            credentials: {token: demo-evolution-token, secret: demo-evolution-secret}

        """
    }

    private func write(_ text: String, to file: String) throws {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { throw Stop(.configuration, "\(folder) cannot be written.") }
        Console.write(text, to: descriptor)
        close(descriptor)
    }

    /// Ends the invented stores and removes what the demo kept.
    func end() {
        child.end()
        Folder.remove(folder)
    }

    private static func temporaryFolder() throws -> String {
        var template = Array("\(Environment.variables["TMPDIR"] ?? "/tmp")/shipdesk-demo-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Stop(.configuration, "No temporary folder can be made; is /tmp full or read-only?")
        }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
