import FoundationEssentials
import Glibc

/// Starts a program as a shell would: no signal blocked or ignored, no file of ours but the three it gets.
///
/// A test runs on a thread that blocks nearly every signal, and children inherit that: one that blocks
/// SIGTERM outlives every attempt to end it.
struct Spawn {
    var path: String
    var arguments: [String]
    var environment: [String: String]
    /// Files for standard output and standard error; input is empty.
    var output: String
    var errors: String

    /// - Throws: ``SpawnError``.
    func start() throws -> pid_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        Self.resetSignals(&attributes)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let written = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, written, 0o600)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, written, 0o600)
        for descriptor in Self.inherited { posix_spawn_file_actions_addclose(&actions, descriptor) }

        let words = ([path] + arguments).map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (words + variables).forEach { free($0) } }
        var child: pid_t = 0
        let failure = posix_spawnp(&child, path, &actions, &attributes, words, variables)
        guard failure == 0 else { throw SpawnError(path: path, words: String(cString: strerror(failure))) }
        return child
    }

    /// Every file that is open, and some that may be opened meanwhile; closing what is not open does no harm.
    ///
    /// A server in the test's own process leaves its sockets open to children: one that goes on listening in
    /// a child takes calls that nobody answers.
    private static var inherited: ClosedRange<Int32> {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return 3...(names.compactMap { Int32($0) }.max() ?? 3) + 64
    }

    private static func resetSignals(_ attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    }
}

package struct SpawnError: Error, CustomStringConvertible {
    package var path: String
    package var words: String
    package var description: String { "\(path) cannot be started: \(words)" }
}
