import Model
import Services
import Settings

#if canImport(Glibc)
    import Glibc
#endif

/// The name under which a dashboard marks. It is this dashboard's alone while that is up: where another of
/// the box has it, after a copied configuration perhaps, this one gets a name of its own and says so.
final class StationClaim: Sendable {
    let name: String
    /// Nil where the name is the one that was asked for.
    let notice: String?
    private let lock: BoxLock?

    /// - Parameters:
    ///   - wanted: by the configuration, the environment or the command line.
    ///   - directory: the data directory; its log is where names must differ.
    init(_ wanted: String, directory: String) {
        let terminal = Self.terminal
        let names = [wanted, "\(wanted)/\(terminal)", "\(wanted)/\(terminal)-\(getpid())"]
        for name in names {
            let lock = BoxLock(directory: directory, station: name)
            // Where no lock can be had, nothing can be marked either.
            guard (try? lock.tryAcquire()) ?? true else { continue }
            self.name = name
            self.lock = lock
            notice = name == wanted ? nil : Self.notice(wanted, name)
            return
        }
        self.name = names[names.count - 1]
        lock = nil
        notice = Self.notice(wanted, name)
    }

    convenience init(_ bench: Bench) {
        self.init(bench.author.station, directory: bench.configuration.dataDirectory)
    }

    private static func notice(_ wanted: String, _ name: String) -> String {
        "Another dashboard is \(wanted) already, so this one is \(name). "
            + "Give it a name of its own by --station or SHIPDESK_STATION."
    }

    /// `pts-3`.
    private static var terminal: String {
        guard let path = ttyname(STDIN_FILENO).map({ String(cString: $0) }) else { return "\(getpid())" }
        let name = path.hasPrefix("/dev/") ? String(path.dropFirst(5)) : path
        return String(name.map { $0 == "/" ? "-" : $0 })
    }
}
