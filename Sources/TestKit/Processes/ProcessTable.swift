import FoundationEssentials
import Glibc

/// The machine's processes, as /proc shows them.
package enum ProcessTable {
    /// Still there, and not merely a zombie that nobody has waited for.
    package static func isAlive(_ pid: pid_t) -> Bool {
        guard let fields = status(of: pid) else { return false }
        return fields.first != "Z"
    }

    /// By ^Z or SIGSTOP.
    package static func isStopped(_ pid: pid_t) -> Bool { status(of: pid)?.first == "T" }

    /// Its arguments, as anybody on the machine can read them.
    package static func commandLine(of pid: pid_t) -> [String] {
        file("\(pid)/cmdline").split(separator: "\0").map(String.init)
    }

    package static func children(of parent: pid_t) -> [pid_t] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { pid_t($0) }.filter { pid in
            status(of: pid).map { $0.count > 1 && $0[1] == String(parent) } ?? false
        }
    }

    /// State, parent and so on: what stands behind the name in `stat`, which may hold spaces itself.
    private static func status(of pid: pid_t) -> [String]? {
        let line = file("\(pid)/stat")
        guard let end = line.lastIndex(of: ")") else { return nil }
        return line[line.index(after: end)...].split(separator: " ").map(String.init)
    }

    private static func file(_ name: String) -> String {
        guard let file = fopen("/proc/\(name)", "r") else { return "" }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 14)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
