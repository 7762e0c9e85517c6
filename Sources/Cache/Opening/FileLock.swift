import Glibc

/// A lock on a file of its own, which ends with the process at the latest. No child inherits it.
final class FileLock: Sendable {
    private let descriptor: Int32

    private init(path: String, mode: mode_t) throws(CacheError) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw errno == ENOSPC ? .diskFull : .readOnly }
        fchmod(descriptor, mode)
    }

    /// Waits for whoever holds it, and then is the only one.
    static func alone(path: String, mode: mode_t) throws(CacheError) -> FileLock {
        let lock = try FileLock(path: path, mode: mode)
        guard lock.take(LOCK_EX) else { throw .busy }
        return lock
    }

    /// Shared with others who say the same.
    static func shared(path: String, mode: mode_t) throws(CacheError) -> FileLock {
        let lock = try FileLock(path: path, mode: mode)
        guard lock.take(LOCK_SH) else { throw .busy }
        return lock
    }

    /// Nil at once where somebody holds it.
    static func aloneNow(path: String, mode: mode_t) throws(CacheError) -> FileLock? {
        let lock = try FileLock(path: path, mode: mode)
        return lock.take(LOCK_EX | LOCK_NB) ? lock : nil
    }

    func release() { flock(descriptor, LOCK_UN) }

    deinit { close(descriptor) }

    private func take(_ operation: Int32) -> Bool {
        while flock(descriptor, operation) != 0 {
            if errno != EINTR { return false }
        }
        return true
    }
}
