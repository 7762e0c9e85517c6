import Synchronization

/// One of the locks that calls take.
///
/// A process that is stopped keeps its lock. Its call is long over when it has been stopped for longer than a
/// call may take; from then on a second lock stands in for the first, until the stopped one goes on and lets
/// go. Who gets the first one waits until nobody works under the second: so two calls stay two.
struct CallSlot {
    let file: LockFile
    /// In milliseconds.
    let patience: Int64

    /// - Parameter now: milliseconds of a clock that nobody sets.
    /// - Returns: the lock, held; nil where somebody else works under it.
    func tryAcquire(now: Int64) throws(LockError) -> BoxLock? {
        let lock = BoxLock(file)
        if try lock.tryAcquire() {
            Self.forget(file)
            if try standIn.isFree(now: now) { return lock }
            lock.release()
            return nil
        }
        return hasBeenStopped(lock.holder, now: now) ? try standIn.tryAcquire(now: now) : nil
    }

    private var standIn: CallSlot {
        CallSlot(file: file.named(adding: "-again"), patience: patience)
    }

    /// Nobody works under it: it was never needed, or nobody has it, or whoever has it is stopped, too.
    private func isFree(now: Int64) throws(LockError) -> Bool {
        guard file.exists else { return true }
        let lock = BoxLock(file)
        if try !lock.tryAcquire(), !hasBeenStopped(lock.holder, now: now) { return false }
        lock.release()
        return try standIn.isFree(now: now)
    }

    // MARK: Stopped processes

    private struct Sighting {
        var process: BoxProcess
        var since: Int64
    }
    /// By lock file; for all callers of this process, so that only the first has to watch for so long.
    private static let sightings = Mutex<[String: Sighting]>([:])

    private static func forget(_ file: LockFile) {
        sightings.withLock { $0[file.path] = nil }
    }

    private func hasBeenStopped(_ holder: BoxProcess?, now: Int64) -> Bool {
        let stopped = holder.flatMap { $0.isStopped ? $0 : nil }
        return Self.sightings.withLock { sightings in
            guard let stopped else {
                sightings[file.path] = nil
                return false
            }
            if let known = sightings[file.path], known.process == stopped {
                return now - known.since >= patience
            }
            sightings[file.path] = Sighting(process: stopped, since: now)
            return patience <= 0
        }
    }
}
