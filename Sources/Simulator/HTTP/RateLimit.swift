import Synchronization

/// So many calls in so many seconds by the server's clock; above that, none until the stretch is over.
final class RateLimit: Sendable {
    private let limit: Int
    private let seconds: Int64
    private let clock: ServerClock
    private let state = Mutex((began: Int64(0), count: 0))

    init(limit: Int, seconds: Int64, clock: ServerClock) {
        self.limit = limit
        self.seconds = seconds
        self.clock = clock
    }

    /// False where the call is one too many.
    func admits() -> Bool {
        let now = clock.now
        return state.withLock { state in
            if state.count == 0 || now < state.began || now - state.began >= seconds {
                state = (began: now, count: 0)
            }
            state.count += 1
            return state.count <= limit
        }
    }
}
