import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// This binary once more, beside us; it ends when we do, however we end: its input is a pipe of ours.
final class ChildProcess: Sendable {
    private let pid: pid_t
    /// Kept open; the child ends when it closes.
    private let input: Int32
    private let output: Int32

    private init(pid: pid_t, input: Int32, output: Int32) {
        self.pid = pid
        self.input = input
        self.output = output
    }

    static func start(_ arguments: [String]) throws -> ChildProcess {
        var toChild: [Int32] = [-1, -1]
        var fromChild: [Int32] = [-1, -1]
        guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else {
            throw Stop(.configuration, "No pipe can be made: too many files are open.")
        }
        for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer {
            close(toChild[0])
            close(fromChild[1])
        }
        var child: pid_t = 0
        let failure = spawn(arguments, input: toChild[0], output: fromChild[1], &child)
        guard failure == 0 else {
            throw Stop(.configuration, "shipdesk cannot start itself: \(String(cString: strerror(failure))).")
        }
        return ChildProcess(pid: child, input: toChild[1], output: fromChild[0])
    }

    /// What the child says first; nil where it ends before.
    func firstLine() async -> String? {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "shipdesk.child").async { @Sendable [output] in
                var line: [UInt8] = []
                var byte: UInt8 = 0
                while read(output, &byte, 1) == 1, byte != UInt8(ascii: "\n") { line.append(byte) }
                let text = String(decoding: line, as: UTF8.self)
                continuation.resume(returning: line.isEmpty ? nil : text)
            }
        }
    }

    func end() {
        close(input)
        kill(pid, SIGTERM)
        waitpid(pid, nil, 0)
    }

    /// A child inherits what its thread blocks and ignores; it gets neither.
    private static func spawn(
        _ arguments: [String], input: Int32, output: Int32, _ child: inout pid_t
    ) -> Int32 {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        // A group of its own, so that ^C and ^Z at the terminal are not its business.
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
        posix_spawnattr_setflags(&attributes, Int16(flags))
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)

        let words = (["/proc/self/exe"] + arguments).map { strdup($0) } + [nil]
        let variables = Environment.variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (words + variables).forEach { free($0) } }
        return posix_spawn(&child, "/proc/self/exe", &actions, &attributes, words, variables)
    }
}
