import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// The time that services go by. Tests and the simulation bring their own.
package struct ServiceClock: Sendable {
    /// Unix milliseconds.
    package var now: @Sendable () -> Int64
    /// Rings the bell at a Unix millisecond.
    package var alarm: @Sendable (Int64, Doorbell) -> Void
    /// Milliseconds since some moment, by a clock that nobody sets; it goes on while the machine sleeps.
    package var steady: @Sendable () -> Int64

    /// - Parameter steady: nil: the time itself, which then is never set.
    package init(
        now: @escaping @Sendable () -> Int64, alarm: @escaping @Sendable (Int64, Doorbell) -> Void,
        steady: (@Sendable () -> Int64)? = nil
    ) {
        self.now = now
        self.alarm = alarm
        self.steady = steady ?? now
    }

    package static let system = ServiceClock(
        now: realTime,
        alarm: { due, bell in
            let wait = max(0, due - realTime())
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(Int(min(wait, 86_400_000)))) {
                bell.ring()
            }
        }, steady: { milliseconds(of: CLOCK_BOOTTIME) })
}

/// Unix milliseconds.
@Sendable private func realTime() -> Int64 { milliseconds(of: CLOCK_REALTIME) }

@Sendable private func milliseconds(of clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
}

/// Somebody waits at a door; others ring. A ring while nobody waits is heard by the next to come.
package final class Doorbell: Sendable {
    private struct State {
        var hasRung = false
        var waiting: CheckedContinuation<Void, Never>?
    }
    private let state = Mutex(State())

    package init() {}

    package func ring() {
        let waiting = state.withLock { state in
            defer { state.waiting = nil }
            if state.waiting == nil { state.hasRung = true }
            return state.waiting
        }
        waiting?.resume()
    }

    /// Until somebody rings; one waits at a time.
    package func wait() async {
        await withCheckedContinuation { continuation in
            let mayGoOn = state.withLock { state in
                if state.hasRung {
                    state.hasRung = false
                    return true
                }
                state.waiting = continuation
                return false
            }
            if mayGoOn { continuation.resume() }
        }
    }
}
