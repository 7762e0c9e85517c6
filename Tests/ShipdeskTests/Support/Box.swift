import FoundationEssentials
import TestKit
import Testing

/// A warehouse box: a configuration, a data directory and the program, driven as a script drives it.
struct Box: Sendable {
    var folder: TemporaryFolder
    var environment: [String: String]
    /// Secrets that must show up nowhere but in the configuration.
    static let secret = "demo-secret"

    /// Figures short enough for a test, and otherwise as the protocol has them.
    static let quick = """
        settle_wait: 1s
        settle_margin: 200ms
        call_timeout: 1s
        retry_waiting: 300ms
        probe_every: 300ms

        """

    /// - Parameters:
    ///   - stores: name and base URL.
    ///   - locks: the folder of the locks that boxes of one machine share; by default the box's own.
    init(
        _ stores: [(name: String, baseURL: String)], figures: String = Box.quick, locks: String = "."
    ) throws {
        try self.init(
            entries: stores.map { Self.entry($0.name, $0.baseURL) }.joined(), figures: figures, locks: locks)
    }

    /// - Parameter entries: the stores as they stand in the configuration.
    init(entries: String, figures: String = Box.quick, locks: String = ".") throws {
        folder = try TemporaryFolder("box")
        environment = Program.environment(home: folder.path)
        let head = "station: bench-3\ndata_dir: data\nlock_dir: \(locks)\n"
        try folder.write("\(head)\(figures)stores:\n\(entries)", to: "config.yaml")
    }

    init(_ baseURL: String, figures: String = Box.quick, locks: String = ".") throws {
        try self.init([("spring-gala", baseURL)], figures: figures, locks: locks)
    }

    var data: String { folder.path + "/data" }
    var configuration: String { folder.path + "/config.yaml" }

    /// Runs a command to its end.
    @discardableResult
    func run(_ arguments: String...) async throws -> Outcome { try await run(arguments) }

    func run(_ arguments: [String]) async throws -> Outcome {
        let program = try start(arguments)
        let ending = await program.wait()
        return Outcome(ending: ending, output: program.output, errors: program.errors)
    }

    /// Runs a command and expects how it ends.
    func ends(
        _ status: Int32, _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let outcome = try await run(arguments)
        #expect(outcome.has(status), "\(arguments): \(outcome)", sourceLocation: sourceLocation)
    }

    func start(_ arguments: [String]) throws -> RunningProgram {
        let configured = arguments.contains { $0.hasPrefix("--config") }
        return try RunningProgram(
            Program.path, arguments + (configured ? [] : ["--config", configuration]),
            environment: environment)
    }

    /// A store of the configuration as YAML.
    static func entry(_ name: String, _ baseURL: String, secret: String = Box.secret) -> String {
        """
          - name: \(name)
            api: runsignup-ticket-store
            base_url: \(baseURL)
            ticket_event_id: 7001
            credentials:
              rsu_api_key: demo-key
              rsu_api_secret: \(secret)

        """
    }
}

/// What came of a command.
struct Outcome: Sendable {
    var ending: Ending
    var output: String
    var errors: String

    func has(_ status: Int32) -> Bool { ending == .status(status) }

    func json<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(output.utf8))
    }
}
