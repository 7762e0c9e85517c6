import Glibc
import Processes

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
        // Its standard error may hold the secret as well.
        var launch = Launch(words, environment: environment)
        launch.output = .descriptor(ends[1])
        let child = try? launch.start()
        close(ends[1])
        guard let child else { return .notStarted }

        guard let bytes = read(ends[0], until: deadline) else {
            child.kill()
            return .tooLate
        }
        if bytes.count > most {
            child.kill()
            return .tooMuch
        }
        // A command may close its output long before it ends.
        return switch child.wait(until: deadline) {
        case .status(0): .output(bytes)
        case .status(let code): .exited(code)
        case .signal: .killed
        case nil: .tooLate
        }
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
}
