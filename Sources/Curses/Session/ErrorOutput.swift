import CNcurses
import Glibc

/// Keeps what goes to standard error off the screen while that is up: libraries, traps, the runtime.
@MainActor
final class ErrorOutput {
    private var saved: Int32 = -1
    private let log: Int32

    /// - Parameter path: the file that takes it; where that cannot be written nothing does.
    init(redirectedTo path: String) {
        let opened = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        log = opened >= 0 ? opened : open("/dev/null", O_WRONLY | O_CLOEXEC)
    }

    func redirect() {
        guard saved < 0, log >= 0 else { return }
        saved = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
        guard saved >= 0 else { return }
        nc_guard_saved_error(saved)
        dup2(log, STDERR_FILENO)
    }

    func restore() {
        guard saved >= 0 else { return }
        nc_guard_saved_error(-1)
        dup2(saved, STDERR_FILENO)
        Glibc.close(saved)
        saved = -1
    }

    func close() {
        restore()
        if log >= 0 { Glibc.close(log) }
    }
}
