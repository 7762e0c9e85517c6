import Glibc

/// A program that was started here; it has to be waited for.
package struct Child: Sendable, Hashable {
    package let pid: pid_t
    private let hasOwnGroup: Bool

    init(pid: pid_t, hasOwnGroup: Bool) {
        self.pid = pid
        self.hasOwnGroup = hasOwnGroup
    }

    /// Waits until it has ended, on this thread.
    package func wait() -> Exit {
        var word: Int32 = 0
        while waitpid(pid, &word, 0) < 0, errno == EINTR {}
        return Exit(waitWord: word)
    }

    /// Waits until it has ended, on this thread, looking every few milliseconds; ends it, and all of its
    /// group, when time is up.
    ///
    /// - Returns: nil where it had to be ended.
    package func wait(until deadline: ContinuousClock.Instant) -> Exit? {
        var word: Int32 = 0
        while waitpid(pid, &word, WNOHANG) == 0 {
            if ContinuousClock.now >= deadline {
                kill()
                return nil
            }
            poll(nil, 0, 5)
        }
        return Exit(waitWord: word)
    }

    package func send(_ signal: Int32) { _ = Glibc.kill(pid, signal) }

    /// Ends it at once, with all of its group where it has one of its own.
    package func kill() {
        _ = Glibc.kill(hasOwnGroup ? -pid : pid, SIGKILL)
        _ = wait()
    }
}

/// How a process ended.
package enum Exit: Sendable, Hashable {
    case status(Int32)
    case signal(Int32)

    /// - Parameter word: as `waitpid` gives it.
    init(waitWord word: Int32) {
        let signal = word & 0x7f
        self = signal == 0 ? .status((word >> 8) & 0xff) : .signal(signal)
    }
}
