import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// Whether anybody on this box waits for marks: then a store that cannot be reached is tried more often
/// (protocol, step 5).
///
/// Every dashboard that can mark, and every command that waits, holds a shared lock on one file; the kernel
/// lets go of it however the process ends. Whoever could lock it alone is the only one there.
package final class Attendance: Sendable {
    private let path: String
    private let held = Mutex<Int32?>(nil)

    /// - Parameter directory: the data directory that the processes share.
    package init(directory: String) { path = "\(directory)/attendance.lock" }

    deinit { leave() }

    /// Somebody waits here from now on. Where the file cannot be opened, nothing can be marked either.
    package func arrive() {
        held.withLock { held in
            guard held == nil, let file = opened else { return }
            // Whoever looks holds it for an instant only.
            while flock(file, LOCK_SH) != 0 {
                guard errno == EINTR else {
                    close(file)
                    return
                }
            }
            held = file
        }
    }

    package func leave() {
        held.withLock { held in
            if let file = held { close(file) }
            held = nil
        }
    }

    /// Anybody, in whichever process. True where it cannot be known: asking more often does no harm.
    package var isAnybodyWaiting: Bool {
        guard let file = opened else { return true }
        defer { close(file) }
        return flock(file, LOCK_EX | LOCK_NB) != 0
    }

    private var opened: Int32? {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o660)
        return file < 0 ? nil : file
    }
}
