import Dispatch
import Processes
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// This binary once more, beside us; it ends when we do, however we end: its input is a pipe of ours.
final class ChildProcess: Sendable {
    private let child: Child
    /// Kept open; the child ends when it closes.
    private let input: Int32
    private let output: Int32

    private init(child: Child, input: Int32, output: Int32) {
        self.child = child
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
        var launch = Launch(["/proc/self/exe"] + arguments, environment: Environment.variables)
        launch.input = .descriptor(toChild[0])
        launch.output = .descriptor(fromChild[1])
        do {
            return ChildProcess(child: try launch.start(), input: toChild[1], output: fromChild[0])
        } catch {
            throw Stop(.configuration, "shipdesk cannot start itself: \(error).")
        }
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
        child.send(SIGTERM)
        _ = child.wait()
    }
}
