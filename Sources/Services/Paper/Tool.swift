import Glibc

/// A program of the system that does one thing and ends.
struct Tool {
    struct Ending {
        var isGood: Bool
        /// ` (lp: no default destination)`: the first line of its complaint, or nothing.
        var words: String
    }

    private let words: [String]
    private let environment: [String: String]
    private let temporary: String
    /// Milliseconds; who takes longer is ended.
    private static let patience: Int32 = 60_000

    /// - Parameters:
    ///   - words: the program's path, then its arguments: nothing that is private.
    ///   - temporary: where a file lies meanwhile.
    init(_ words: [String], _ environment: [String: String], _ temporary: String) {
        self.words = words
        self.temporary = temporary
        self.environment = environment
    }

    /// - Throws: ``PaperError`` where it cannot be started.
    func run(input: OwnFile? = nil, output: OwnFile) throws -> Ending {
        let complaints = try OwnFile.temporary(in: temporary)
        unlink(complaints.path)
        let child = try spawn(input, output, complaints)
        var status: Int32 = 0
        var waited: Int32 = 0
        while waitpid(child, &status, WNOHANG) == 0 {
            guard waited < Tool.patience else {
                kill(-child, SIGKILL)
                waitpid(child, nil, 0)
                return Ending(isGood: false, words: " (it took longer than a minute)")
            }
            poll(nil, 0, 10)
            waited += 10
        }
        let line = complaints.firstLine
        return Ending(isGood: status == 0, words: line.isEmpty ? "" : " (\(line))")
    }

    /// With no signal blocked or ignored, in a group of its own: ^C at the terminal is not its business.
    private func spawn(_ input: OwnFile?, _ output: OwnFile, _ complaints: OwnFile) throws -> pid_t {
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
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input.descriptor, STDIN_FILENO)
        } else {
            posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, output.descriptor, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, complaints.descriptor, STDERR_FILENO)

        var child: pid_t = 0
        let arguments = words.map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        let failure = posix_spawn(&child, words[0], &actions, &attributes, arguments, variables)
        guard failure == 0 else {
            throw PaperError("\(words[0]) cannot be started: \(String(cString: strerror(failure))).")
        }
        return child
    }
}
