import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// A lock among the processes of one box: the lead of a store, or a slot for a call (protocol, The lead).
///
/// The kernel lets go of the lock when its holder dies, however it dies, and wakes the next in line: nobody
/// polls. The file is closed on exec, so that no child keeps it.
package final class BoxLock: Sendable {
    private let file: LockFile
    private let descriptor = Mutex<Int32?>(nil)
    private let line: DispatchQueue

    /// - Parameter name: of the file in the data directory.
    package convenience init(directory: String, name: String) {
        self.init(LockFile(directory: directory, name: name))
    }

    /// The name of one dashboard at work, whatever stands in it.
    package convenience init(directory: String, station: String) {
        self.init(LockFile(directory: directory, name: "station-" + LockFile.name(for: station)))
    }

    init(_ file: LockFile) {
        self.file = file
        line = DispatchQueue(label: "shipdesk.lock")
    }

    deinit { release() }

    /// - Returns: false where somebody else holds it.
    /// - Throws: ``LockError`` where the file cannot be opened.
    package func tryAcquire() throws(LockError) -> Bool {
        guard let held = try lock(LOCK_EX | LOCK_NB) else { return false }
        descriptor.withLock { $0 = held }
        return true
    }

    /// Waits in line on a thread of its own, for as long as it takes.
    package func acquire() async throws(LockError) {
        let result: Result<Int32?, LockError> = await withCheckedContinuation { continuation in
            line.async { @Sendable [self] in
                continuation.resume(returning: Result { () throws(LockError) in try lock(LOCK_EX) })
            }
        }
        let held = try result.get()
        descriptor.withLock { $0 = held }
    }

    /// Waits in line on a thread of its own and then says so there; says nothing where there is no lock to be
    /// had.
    package func whenAcquired(_ then: @escaping @Sendable () -> Void) {
        line.async { @Sendable [self] in
            guard let held = try? lock(LOCK_EX) else { return }
            descriptor.withLock { $0 = held }
            then()
        }
    }

    package func release() {
        descriptor.withLock { descriptor in
            if let held = descriptor {
                file.clear(held)
                // A child that is just being started may have the file open for another moment.
                flock(held, LOCK_UN)
                close(held)
            }
            descriptor = nil
        }
    }

    package var isHeld: Bool { descriptor.withLock { $0 != nil } }

    /// Who holds it, here or elsewhere, as far as its file says.
    package var holder: BoxProcess? { file.signature }

    /// - Returns: the open file; nil where it would have to wait and may not.
    private func lock(_ operation: Int32) throws(LockError) -> Int32? {
        while true {
            let opened = try file.open()
            while flock(opened, operation) != 0 {
                if errno == EINTR { continue }
                close(opened)
                return nil
            }
            if file.isStillAtPath(opened) {
                file.sign(opened)
                return opened
            }
            close(opened)
        }
    }
}
