import Glibc

/// Runs a command for the secret on its standard output. Its standard error is thrown away, because it may
/// hold the secret as well.
enum SecretCommand {
    enum Outcome: Hashable {
        case output([UInt8])
        case notStarted
        case exited(Int32)
        case killed
        case tooLate
        case tooMuch
    }

    private static let most = 64 * 1024

    static func run(_ words: [String], environment: [String: String], limit: Duration) -> Outcome {
        let deadline = ContinuousClock.now + limit
        var ends: [Int32] = [-1, -1]
        guard !words.isEmpty, pipe(&ends) == 0 else { return .notStarted }
        defer { close(ends[0]) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let child = spawn(words, environment, output: ends[1])
        close(ends[1])
        guard let child else { return .notStarted }

        guard let bytes = read(ends[0], until: deadline) else { return end(child, .tooLate) }
        if bytes.count > most { return end(child, .tooMuch) }
        return outcome(of: child, bytes, until: deadline)
    }

    /// The child begins with no signal blocked or ignored, whatever thread this is, and leads a group of its
    /// own, so that it can be ended with all that it started.
    private static func spawn(_ words: [String], _ environment: [String: String], output: Int32) -> pid_t? {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
        posix_spawnattr_setflags(&attributes, Int16(flags))

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)

        var child: pid_t = 0
        let variables = environment.map { "\($0.key)=\($0.value)" }
        let failed = withCStrings(words) { arguments in
            withCStrings(variables) { posix_spawnp(&child, words[0], &actions, &attributes, arguments, $0) }
        }
        return failed == 0 ? child : nil
    }

    /// Everything up to the end, or a little more than a secret may have; nil when time is up.
    private static func read(_ descriptor: Int32, until deadline: ContinuousClock.Instant) -> [UInt8]? {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while bytes.count <= most {
            let left = (deadline - .now).inMilliseconds
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard left > 0, poll(&waiting, 1, Int32(clamping: left)) != 0 else { return nil }
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += chunk.prefix(count)
        }
        return bytes
    }

    /// A command may close its output long before it ends.
    private static func outcome(
        of child: pid_t, _ bytes: [UInt8], until deadline: ContinuousClock.Instant
    ) -> Outcome {
        var status: Int32 = 0
        while waitpid(child, &status, WNOHANG) == 0 {
            if ContinuousClock.now >= deadline { return end(child, .tooLate) }
            poll(nil, 0, 5)
        }
        guard status & 0x7F == 0 else { return .killed }
        let code = (status >> 8) & 0xFF
        return code == 0 ? .output(bytes) : .exited(code)
    }

    private static func end(_ child: pid_t, _ outcome: Outcome) -> Outcome {
        kill(-child, SIGKILL)
        waitpid(child, nil, 0)
        return outcome
    }

    /// The strings as C wants them: an array that ends with nil.
    private static func withCStrings<R>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> R
    ) -> R {
        let copies = strings.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        return body(copies + [nil])
    }
}
