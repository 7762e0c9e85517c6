import Dispatch
import FoundationEssentials
import Glibc
import Processes
import Synchronization

/// A program beside the test. What it writes is kept in files, so that no pipe can fill or be inherited.
package final class RunningProgram: Sendable {
    package let pid: pid_t
    private let folder: TemporaryFolder
    private let ending = Mutex<Ending?>(nil)

    /// - Parameters:
    ///   - path: a file, or a name that PATH finds.
    ///   - environment: all of it; nothing is inherited.
    /// - Throws: ``LaunchError``.
    package init(_ path: String, _ arguments: [String], environment: [String: String]) throws {
        folder = try TemporaryFolder("program")
        var launch = Launch([path] + arguments, environment: environment)
        launch.output = .path(folder.path + "/out")
        launch.errors = .path(folder.path + "/err")
        launch.hasOwnGroup = false
        launch.closing = Self.inherited
        pid = try launch.start().pid
    }

    /// Every file that is open, and some that may be opened meanwhile; closing what is not open does no harm.
    ///
    /// A server in the test's own process leaves its sockets open to children: one that goes on listening in
    /// a child takes calls that nobody answers.
    private static var inherited: Range<Int32> {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return 3..<(names.compactMap { Int32($0) }.max() ?? 3) + 65
    }

    /// Waits on a thread of its own until the program has ended.
    package func wait() async -> Ending {
        if let known = ending.withLock({ $0 }) { return known }
        let word = await withCheckedContinuation { continuation in
            DispatchQueue(label: "testkit.wait").async { @Sendable [pid] in
                var word: Int32 = 0
                while waitpid(pid, &word, 0) < 0, errno == EINTR {}
                continuation.resume(returning: word)
            }
        }
        let ending = Ending(waitWord: word)
        self.ending.withLock { $0 = ending }
        return ending
    }

    package func send(signal: Int32) {
        if ending.withLock({ $0 == nil }) { kill(pid, signal) }
    }

    /// What it wrote so far.
    package var output: String { read("out") }
    package var errors: String { read("err") }

    private func read(_ name: String) -> String {
        let bytes = try? Data(contentsOf: URL(filePath: "\(folder.path)/\(name)"))
        return String(decoding: bytes ?? Data(), as: UTF8.self)
    }
}
