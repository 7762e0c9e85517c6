import Synchronization

/// The server's own time: the caller's, moved ahead by as much as somebody asked for.
package final class ServerClock: Sendable {
    private let base: @Sendable () -> Int64
    private let ahead = Mutex<Int64>(0)

    package init(_ base: @escaping @Sendable () -> Int64) { self.base = base }

    /// Unix seconds.
    package var now: Int64 { base() + ahead.withLock { $0 } }

    /// Jumps ahead; back with a negative number.
    package func advance(seconds: Int64) { ahead.withLock { $0 += seconds } }
}
