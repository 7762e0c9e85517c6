import Terminal

extension TerminalSession {
    /// One key, by tmux's name for it: `Down`, `Enter`, `Escape`, `PPage`, `C-z`, or the character itself.
    package func press(_ key: String) async throws {
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
            let before = try await screen
            try await tmux(["send-keys", "-l", "--", String(character)])
            try await eventually("a change of the screen after typing \(character)") {
                try await screen != before
            }
            try await pause()
        }
    }

    /// What a scanner does: all of it at once, ended by Enter.
    package func scan(_ code: String) async throws {
        try await tmux(["send-keys", "-l", "--", code, ";", "send-keys", "Enter"])
    }

    package func resize(to size: Size) async throws {
        try await tmux(["resize-window", "-x", String(size.width), "-y", String(size.height)])
    }

    /// Longer than a scanner's gap: a person's own pause, not a wait for something.
    package func pause() async throws { try await Task.sleep(for: .milliseconds(70)) }
}
