#if canImport(Glibc)
    import Glibc
#endif

/// A process of this box, told apart from a later one with the same number.
package struct BoxProcess: Sendable, Hashable {
    package var pid: Int32
    /// In clock ticks since the machine started.
    private var startedAt: UInt64

    package static let own = BoxProcess(getpid()) ?? BoxProcess(pid: getpid(), startedAt: 0)

    /// Nil where there is none of this number.
    package init?(_ pid: Int32) {
        guard let state = State(of: pid) else { return nil }
        self.init(pid: pid, startedAt: state.startedAt)
    }

    private init(pid: Int32, startedAt: UInt64) {
        self.pid = pid
        self.startedAt = startedAt
    }

    /// As ``written`` has it; nil for anything else.
    init?(written text: String) {
        let parts = text.split { $0 == " " || $0 == "\n" }
        guard parts.count == 2, let pid = Int32(parts[0]), pid > 0, let startedAt = UInt64(parts[1])
        else { return nil }
        self.init(pid: pid, startedAt: startedAt)
    }

    /// What its lock files hold.
    var written: String { "\(pid) \(startedAt)\n" }

    /// False as well where this process may not see it.
    package var isAlive: Bool { State(of: pid)?.startedAt == startedAt }

    /// By ^Z or SIGSTOP: it does nothing until somebody continues it. False as well where it is gone, or
    /// where this process may not see it.
    package var isStopped: Bool {
        guard let state = State(of: pid), state.startedAt == startedAt else { return false }
        return state.letter == "T" || state.letter == "t"
    }

    /// What the kernel says of a process.
    private struct State {
        var letter: Character
        var startedAt: UInt64

        init?(of pid: Int32) {
            guard let file = fopen("/proc/\(pid)/stat", "re") else { return nil }
            defer { fclose(file) }
            var bytes = [UInt8](repeating: 0, count: 1 << 12)
            let count = fread(&bytes, 1, bytes.count, file)
            let line = String(decoding: bytes.prefix(count), as: UTF8.self)
            // The name before the fields may hold spaces and brackets itself.
            guard let end = line.lastIndex(of: ")") else { return nil }
            let fields = line[line.index(after: end)...].split(separator: " ")
            guard fields.count > 19, let letter = fields[0].first, let startedAt = UInt64(fields[19])
            else { return nil }
            self.letter = letter
            self.startedAt = startedAt
        }
    }
}
