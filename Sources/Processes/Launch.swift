import Glibc

/// How another program is started: as a shell would, whatever the thread that starts it blocks or ignores.
///
/// A child inherits that otherwise, and one that blocks SIGTERM outlives every attempt to end it.
package struct Launch: Sendable {
    /// What one of the three standard files of the child is.
    package enum File: Sendable, Hashable {
        case nothing
        /// One of ours, which stays open here.
        case descriptor(Int32)
        /// Written from its beginning, for its owner only.
        case path(String)
    }

    /// The program (a path, or a name that PATH finds), then its arguments: everybody on the machine can
    /// read them.
    package var words: [String]
    /// All of it; nothing is inherited.
    package var environment: [String: String]
    package var input = File.nothing
    package var output = File.nothing
    package var errors = File.nothing
    /// It leads a group of its own: ^C and ^Z at the terminal are not its business, and it can be ended with
    /// all that it starts.
    package var hasOwnGroup = true
    /// Files of ours that it does not get, though they are not closed on exec.
    package var closing: Range<Int32> = 0..<0

    package init(_ words: [String], environment: [String: String]) {
        self.words = words
        self.environment = environment
    }

    /// - Throws: ``LaunchError`` where there is no such program, or it cannot be started.
    package func start() throws(LaunchError) -> Child {
        guard let program = words.first else { throw LaunchError(program: "", code: ENOENT) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        setSignalsAndGroup(&attributes)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let files = [(input, STDIN_FILENO), (output, STDOUT_FILENO), (errors, STDERR_FILENO)]
        for (file, descriptor) in files { file.add(as: descriptor, to: &actions) }
        for descriptor in closing { posix_spawn_file_actions_addclose(&actions, descriptor) }
        let arguments = words.map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        var pid: pid_t = 0
        let code = posix_spawnp(&pid, program, &actions, &attributes, arguments, variables)
        guard code == 0 else { throw LaunchError(program: program, code: code) }
        return Child(pid: pid, hasOwnGroup: hasOwnGroup)
    }

    /// No signal blocked or ignored.
    private func setSignalsAndGroup(_ attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        let signals = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        posix_spawnattr_setflags(&attributes, Int16(hasOwnGroup ? signals | POSIX_SPAWN_SETPGROUP : signals))
    }
}

extension Launch.File {
    fileprivate func add(as descriptor: Int32, to actions: inout posix_spawn_file_actions_t) {
        switch self {
        case .nothing:
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        case .descriptor(let ours):
            posix_spawn_file_actions_adddup2(&actions, ours, descriptor)
        case .path(let path):
            let written = O_WRONLY | O_CREAT | O_TRUNC
            posix_spawn_file_actions_addopen(&actions, descriptor, path, written, 0o600)
        }
    }
}

/// Why a program does not run.
package struct LaunchError: Error, Hashable, CustomStringConvertible {
    package var program: String
    /// As in `errno`.
    package var code: Int32

    /// `/usr/bin/lp cannot be started: Permission denied`, without a full stop.
    package var description: String { "\(program) cannot be started: \(String(cString: strerror(code)))" }
}
