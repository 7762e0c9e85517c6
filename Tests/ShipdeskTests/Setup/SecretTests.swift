import FoundationEssentials
import Glibc
import Model
import Simulator
import TestKit
import Testing

@Suite(.serialized, .timeLimit(.minutes(2))) struct SecretTests {
    @Test func theSecretStandsNowhereButInTheConfiguration() async throws {
        try await withBox([Made.purchase(1043, 2)]) { box, simulator in
            var said = ""
            for command in [
                ["ship", "1043:1=1"], ["undo", "1043"], ["sync", "--full"], ["list", "--json"], ["doctor"],
                ["paths"],
            ] {
                let outcome = try await box.run(command)
                #expect(outcome.has(0), "\(command): \(outcome)")
                said += outcome.output + outcome.errors
            }
            simulator.faults.add(.hang(milliseconds: nil), on: .fulfillment)
            let ship = try box.start(["ship", "1043"])
            try await eventually("the request is on its way") { !simulator.faults.struck.isEmpty }
            #expect(!ProcessTable.commandLine(of: ship.pid).isEmpty)
            #expect(!ProcessTable.commandLine(of: ship.pid).joined().contains(Box.secret))
            for child in ProcessTable.children(of: ship.pid) {
                #expect(!ProcessTable.commandLine(of: child).joined().contains(Box.secret))
            }
            #expect(await ship.wait() == .status(0))
            #expect(!(said + ship.output + ship.errors).contains(Box.secret))
            #expect(try Self.files(in: box.data, holding: Box.secret).isEmpty)
        }
    }

    @Test func secretsComeFromTheEnvironmentAFileOrACommand() async throws {
        try await withSimulator(SimulatorOptions(purchases: 3)) { baseURL, _ in
            for source in ["{ env: RSU_SECRET }", "{ file: secret }", "{ command: [printf, demo-secret] }"] {
                var box = try Box(baseURL)
                box.environment["RSU_SECRET"] = "demo-secret"
                try box.folder.write("demo-secret\n", to: "secret")
                let entry = Box.entry("gala", baseURL, secret: source)
                try box.folder.write("data_dir: data\nlock_dir: .\nstores:\n" + entry, to: "config.yaml")
                let sync = try await box.run("sync")
                #expect(sync.has(0), "\(source): \(sync)")
                box.environment["RSU_SECRET"] = nil
                if source.contains("env") { try await box.ends(78, "sync") }
                try await box.ends(0, "list")
            }
        }
    }

    /// Locks are empty files: whoever may open the folder may hold them.
    @Test func theCacheIsForItsOwnerOnly() async throws {
        try await withBox([Made.purchase(1043, 1)]) { box, _ in
            for name in try FileManager.default.contentsOfDirectory(atPath: box.data) {
                var status = stat()
                #expect(lstat(box.data + "/" + name, &status) == 0)
                #expect(status.st_size == 0 || status.st_mode & 0o077 == 0, "\(name)")
            }
        }
    }

    private static func files(in folder: String, holding text: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { name in
            let bytes = try Data(contentsOf: URL(filePath: folder + "/" + name))
            return bytes.firstRange(of: Data(text.utf8)) != nil
        }
    }
}
