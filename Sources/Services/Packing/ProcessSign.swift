import FoundationEssentials
import Glibc

/// What tells one run of a program from every other on this box: its number, and when it began, since
/// numbers come again.
package enum ProcessSign {
    package static let own: String = of(getpid()) ?? "\(getpid())."

    package static func isRunning(_ sign: String) -> Bool {
        guard let pid = sign.split(separator: ".").first.flatMap({ pid_t($0) }) else { return false }
        if let present = of(pid) { return present == sign }
        return sign.hasSuffix(".") && kill(pid, 0) == 0
    }

    /// Nil where there is no such process.
    private static func of(_ pid: pid_t) -> String? {
        guard let data = FileManager.default.contents(atPath: "/proc/\(pid)/stat") else { return nil }
        // The name stands in parentheses and may hold any byte; what follows is plain.
        let text = String(decoding: data, as: UTF8.self)
        guard let end = text.lastIndex(of: ")") else { return nil }
        let fields = text[text.index(after: end)...].split(separator: " ")
        guard fields.count > 19, fields[0] != "Z", fields[0] != "X" else { return nil }
        return "\(pid).\(fields[19])"
    }
}
