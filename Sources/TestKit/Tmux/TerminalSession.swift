import Glibc
import Synchronization
import Terminal

/// A person at a terminal: the real program in tmux, keys pressed one by one, the screen read as text.
///
/// Each session has a tmux server of its own, without anybody's configuration.
package final class TerminalSession: Sendable {
    private let folder: TemporaryFolder
    private let name: String
    private static let count = Mutex(0)

    private init(folder: TemporaryFolder) {
        self.folder = folder
        name =
            "story-\(getpid())-"
            + String(
                Self.count.withLock { count in
                    count += 1
                    return count
                })
    }

    /// Opens a terminal and starts a command in it.
    ///
    /// - Parameters:
    ///   - command: program and arguments, each a word of its own.
    ///   - environment: on top of a bare one; HOME and the like lie in a folder of the session's own.
    package static func start(
        size: Size = Size(width: 80, height: 24), command: [String], environment: [String: String] = [:]
    ) async throws -> TerminalSession {
        let session = TerminalSession(folder: try TemporaryFolder("story"))
        let variables = environment.sorted { $0.key < $1.key }.flatMap { ["-e", "\($0.key)=\($0.value)"] }
        try await session.tmux(
            [
                "start-server", ";", "set", "-sg", "escape-time", "0", ";",
                "set", "-g", "default-terminal", "tmux-256color", ";", "set", "-g", "remain-on-exit", "on",
                ";",
                "set", "-g", "status", "off", ";",
                "new-session", "-d", "-x", String(size.width), "-y", String(size.height),
            ] + variables + command)
        return session
    }

    /// The session's own folder: HOME and TMPDIR of what runs in it.
    package var home: String { folder.path }

    /// Ends whatever still runs; the folder goes with the session.
    package func end() async { _ = try? await tmux(["kill-server"]) }

    /// - Returns: what tmux printed.
    /// - Throws: ``TmuxError``.
    @discardableResult
    func tmux(_ arguments: [String]) async throws -> String {
        var environment = Program.environment(home: folder.path)
        environment["TMUX_TMPDIR"] = folder.path
        environment["SHELL"] = "/bin/sh"
        let client = try RunningProgram(
            "tmux", ["-L", name, "-f", "/dev/null"] + arguments, environment: environment)
        guard await client.wait() == .status(0) else {
            throw TmuxError(command: arguments.first ?? "", words: client.errors)
        }
        return client.output
    }
}

/// Opens a terminal for as long as `body` takes, and closes it however that ends.
package func withTerminal(
    size: Size = Size(width: 80, height: 24), command: [String], environment: [String: String] = [:],
    _ body: (TerminalSession) async throws -> Void
) async throws {
    let session = try await TerminalSession.start(size: size, command: command, environment: environment)
    do {
        try await body(session)
    } catch {
        await session.end()
        throw error
    }
    await session.end()
}

package struct TmuxError: Error, CustomStringConvertible {
    package var command: String
    package var words: String
    package var description: String { "tmux \(command): \(words)" }
}
