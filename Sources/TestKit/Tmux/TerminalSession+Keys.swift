import FoundationEssentials
import Terminal

extension TerminalSession {
    /// One key, by tmux's name for it: `Down`, `Enter`, `Escape`, `PPage`, `C-z`, or the character itself. At
    /// a person's pace: an answer that comes with the key before it does not count.
    package func press(_ key: String) async throws {
        try await pause()
        try await tmux(["send-keys", "--", key])
    }

    /// Presses a key and waits until a text is to be seen.
    package func press(_ key: String, waitFor text: String) async throws {
        try await press(key)
        try await waits(for: text)
    }

    /// Types as a person does: the next key comes when the last is on the screen, and a pause later, since
    /// keys without one are a scanner's.
    package func type(_ text: String) async throws {
        for character in text {
            let before = try await cursorColumn
            try await tmux(["send-keys", "-l", "--", String(character)])
            try await eventually("the cursor behind the typed \(character)") {
                try await cursorColumn != before
            }
            try await pause()
        }
    }

    private var cursorColumn: String {
        get async throws { try await fact("cursor_x") }
    }

    /// What a scanner does: all of it at once, ended by Enter, and long after the last key.
    package func scan(_ code: String) async throws {
        try await pause()
        try await tmux(["send-keys", "-l", "--", code, ";", "send-keys", "Enter"])
    }

    /// What a scanner does that is plugged in: each text ended by Enter, one character after the other at its
    /// pace, scan after scan without a pause between.
    ///
    /// - Returns: once all of it is typed.
    package func scans(_ codes: [String], millisecondsEach: Int) async throws {
        try await pause()
        let text = codes.map { $0 + "\r" }.joined()
        // What was typed last needs a moment to get through the terminal before the pipe is closed.
        let typist =
            "$|=1; open F, shift; while (read F, $c, 1) { print $c; select undef, undef, undef, "
            + "\(millisecondsEach)/1000 }; select undef, undef, undef, 0.5; open D, '>', shift"
        let (scans, script, typed) = ("\(home)/scans", "\(home)/typist.pl", "\(home)/typed")
        try Data(text.utf8).write(to: URL(filePath: scans))
        try Data(typist.utf8).write(to: URL(filePath: script))
        try await tmux(["pipe-pane", "-I", "exec perl '\(script)' '\(scans)' '\(typed)'"])
        try await eventually("all is typed") { FileManager.default.fileExists(atPath: typed) }
        try await tmux(["pipe-pane"])
        try FileManager.default.removeItem(atPath: typed)
    }

    package func resize(to size: Size) async throws {
        try await tmux(["resize-window", "-x", String(size.width), "-y", String(size.height)])
    }

    /// Longer than a scanner's gap: a person's own pause, not a wait for something.
    package func pause() async throws { try await Task.sleep(for: .milliseconds(70)) }
}
