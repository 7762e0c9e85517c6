import Glibc

extension TerminalSession {
    /// The screen's rows as text, trailing blanks left out.
    package var screen: String {
        get async throws { try await tmux(["capture-pane", "-p"]) }
    }

    /// The same with the escape sequences of its colours.
    package var styledScreen: String {
        get async throws { try await tmux(["capture-pane", "-p", "-e"]) }
    }

    /// - Throws: ``NotSeen`` with the screen as it was in the end.
    package func waits(for text: String) async throws {
        try await waits("for “\(text)”") { $0.contains(text) }
    }

    package func waits(until isGone: String) async throws {
        try await waits("until “\(isGone)” is gone") { !$0.contains(isGone) }
    }

    package func waits(_ what: String, _ condition: (String) -> Bool) async throws {
        let deadline = ContinuousClock.now + .seconds(30)
        while true {
            let now = try await screen
            if condition(now) { return }
            guard ContinuousClock.now < deadline else { throw NotSeen(what: what, screen: now) }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    /// What tmux knows of the pane, by the names of its formats.
    package func fact(_ format: String) async throws -> String {
        try await tmux(["display-message", "-p", "#{\(format)}"]).trimmingLineEnd
    }

    /// The process that the pane was opened with.
    package var pid: pid_t {
        get async throws { pid_t(try await fact("pane_pid")) ?? -1 }
    }

    /// Waits until the pane's process has ended. How it ended tmux does not always know; a shell does.
    package func waitsForEnd() async throws {
        let pid = try await pid
        try await eventually("the end of the pane's process") { !ProcessTable.isAlive(pid) }
    }

    /// Takes the terminal away, as a broken SSH connection does.
    package func hangUp() async throws {
        try await tmux(["set", "-g", "exit-empty", "off", ";", "kill-pane"])
    }
}

/// A text that did not come.
package struct NotSeen: Error, CustomStringConvertible {
    package var what: String
    package var screen: String
    package var description: String { "waited \(what); the screen was:\n\(screen)" }
}

extension String {
    fileprivate var trimmingLineEnd: String { last == "\n" ? String(dropLast()) : self }
}
