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
            "simulate", "--purchases", String(purchases), "--seed", String(seed), "--until-input-ends",
        ])
        guard let line = await child.firstLine(), let address = line.split(separator: " ").last else {
            throw Stop(.unreachable, "The invented store did not start.")
        }
        return Demo(folder: try temporaryFolder(), child: child, address: String(address))
    }

    func configuration(_ overrides: Overrides) throws -> Configuration {
        let text = """
            station: \(overrides.station ?? "bench-1")
            data_dir: \(folder)/data
            lock_dir: \(folder)
            stores:
              - name: Spring Gala
                api: runsignup-ticket-store
                base_url: \(address)/rest
                ticket_event_id: 7001
                codes: codes.csv
                credentials:
                  rsu_api_key: demo-key
                  rsu_api_secret: demo-secret

            """
        let file = "\(folder)/config.yaml"
        try write(text, to: file)
        try write(Simulator.galaCodes, to: "\(folder)/codes.csv")
        var overrides = overrides
        overrides.config = file
        overrides.dataDirectory = overrides.dataDirectory ?? "\(folder)/data"
        return try Configuration.load(overrides, environment: Environment.variables)
    }

    private func write(_ text: String, to file: String) throws {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { throw Stop(.configuration, "\(folder) cannot be written.") }
        Console.write(text, to: descriptor)
        close(descriptor)
    }

    /// Ends the invented store and removes what the demo kept.
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
