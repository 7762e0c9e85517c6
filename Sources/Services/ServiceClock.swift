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

    package init(now: @escaping @Sendable () -> Int64, alarm: @escaping @Sendable (Int64, Doorbell) -> Void) {
        self.now = now
        self.alarm = alarm
    }

    package static let system = ServiceClock(
        now: realTime,
        alarm: { due, bell in
            let wait = max(0, due - realTime())
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(Int(min(wait, 86_400_000)))) {
                bell.ring()
            }
        })
}

/// Unix milliseconds.
@Sendable private func realTime() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
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
