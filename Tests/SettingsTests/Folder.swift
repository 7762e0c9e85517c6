import FoundationEssentials
import Glibc

@testable import Settings

/// A folder of its own for one test; gone with it.
final class Folder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path() + "shipdesk-settings-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file and returns its path.
    @discardableResult
    func write(_ text: String, to name: String, mode: mode_t = 0o600) throws -> String {
        let file = "\(path)/\(name)"
        try FileManager.default.createDirectory(
            atPath: Places.folder(of: file), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: file))
        chmod(file, mode)
        return file
    }

    /// Reads `text` as a configuration named by `--config`.
    func load(
        _ text: String, mode: mode_t = 0o600, environment: [String: String] = [:]
    ) throws -> Configuration {
        let file = try write(text, to: "config.yaml", mode: mode)
        return try Configuration.load(
            Overrides(config: file), environment: ["HOME": path].merging(environment) { $1 },
            defaultStation: "box")
    }

    /// What is wrong with `text`, as `line: sentence`.
    func complaints(_ text: String, mode: mode_t = 0o600) throws -> [String] {
        do {
            _ = try load(text, mode: mode)
            return []
        } catch let error as ConfigError {
            return error.findings.map { "\($0.line.map(String.init) ?? "-"): \($0.sentence)" }
        }
    }
}

/// A store that is right, for tests about something else.
let oneStore = """
    stores:
      - name: spring-gala
        api: runsignup-ticket-store
        base_url: https://api.runsignup.com/rest
        ticket_event_id: 7001

    """
