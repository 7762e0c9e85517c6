import FoundationEssentials
import Glibc
import TestKit

/// An invented store that goes on selling, a box with its cache filled, and the program on it.
final class Warehouse: Sendable {
    private let folder: TemporaryFolder
    private let environment: [String: String]
    /// Nil where the store is the test's own.
    private let server: RunningProgram?

    var command: [String] { [Program.path, "--config", folder.path + "/config.yaml"] }

    private init(folder: TemporaryFolder, environment: [String: String], server: RunningProgram?) {
        self.folder = folder
        self.environment = environment
        self.server = server
    }

    static func with(
        purchases: Int = 300, settings: String = "", _ body: (Warehouse) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder("warehouse")
        let environment = Program.environment(home: folder.path)
        let server = try RunningProgram(
            Program.path, ["simulate", "--purchases", String(purchases), "--seed", "3"],
            environment: environment)
        let warehouse = Warehouse(folder: folder, environment: environment, server: server)
        do {
            try await eventually("the store listens") { server.output.contains("\n") }
            let address = server.output.split(separator: "\n").first?.split(separator: " ").last ?? ""
            try warehouse.configure(settings, Stocked.gala("\(address)/rest"))
            _ = try await warehouse.run("sync")
            try await body(warehouse)
        } catch {
            server.send(signal: SIGTERM)
            throw error
        }
        server.send(signal: SIGTERM)
        _ = await server.wait()
    }

    /// The box alone, of a store that the test keeps.
    static func at(_ baseURL: String, _ body: (Warehouse) async throws -> Void) async throws {
        try await at([Stocked.gala(baseURL)], body)
    }

    /// The box alone, of several stores.
    /// - Parameter entries: as they stand in the configuration, see ``Stocked``.
    static func at(
        _ entries: [String], settings: String = "", _ body: (Warehouse) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder("warehouse")
        let warehouse = Warehouse(
            folder: folder, environment: Program.environment(home: folder.path), server: nil)
        try warehouse.configure(settings, entries.joined())
        _ = try await warehouse.run("sync")
        try await body(warehouse)
    }

    /// Reads once a second, so that a sync runs whatever a story does.
    private func configure(_ settings: String, _ entries: String) throws {
        try folder.write(
            """
            station: bench-1
            data_dir: data
            lock_dir: .
            sync_every: 1s
            \(settings)
            stores:
            \(entries)
            """, to: "config.yaml")
    }

    /// Some program works with this box's configuration.
    var isOpen: Bool {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.compactMap { pid_t($0) }.contains {
            ProcessTable.commandLine(of: $0).contains(folder.path + "/config.yaml")
        }
    }

    /// What a command writes to standard output.
    func run(_ arguments: String...) async throws -> String {
        let program = try RunningProgram(
            Program.path, arguments + command.dropFirst(), environment: environment)
        _ = await program.wait()
        return program.output
    }

    /// Ids of purchases that can go at once: nothing about them needs a look.
    func ready() async throws -> [String] {
        let list = try JSONDecoder().decode(List.self, from: Data(try await run("list", "--json").utf8))
        return list.purchases.filter { purchase in
            purchase.state == "to-ship" && purchase.attention.isEmpty && purchase.address?.city != nil
        }.map(\.id)
    }

    /// Every mark that there ever was, oldest first.
    func outbox() async throws -> [Entry] {
        try JSONDecoder().decode(Outbox.self, from: Data(try await run("outbox", "--json").utf8)).entries
    }

    struct Entry: Decodable {
        var purchase: String
        var quantity: Int
        var tracking: String?
        var state: String
    }
    private struct Outbox: Decodable { var entries: [Entry] }
    private struct List: Decodable { var purchases: [Purchase] }
    private struct Purchase: Decodable {
        var id: String
        var state: String
        var attention: [String]
        var address: Address?
    }
    private struct Address: Decodable { var city: String? }
}
