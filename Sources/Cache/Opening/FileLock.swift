import Glibc

/// A lock on a file of its own, which ends with the process at the latest. No child inherits it.
final class FileLock {
    private let descriptor: Int32

    /// Waits for whoever holds it.
    init(path: String, mode: mode_t) throws(CacheError) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw errno == ENOSPC ? .diskFull : .readOnly }
        fchmod(descriptor, mode)
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw .busy }
        }
    }

    /// Lets the next opener in.
    func release() { flock(descriptor, LOCK_UN) }

    deinit { close(descriptor) }
}
