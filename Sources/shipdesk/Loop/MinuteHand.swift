import Dispatch
import Services
import ViewModels

#if canImport(Glibc)
    import Glibc
#endif

/// The only thing that moves while nothing happens: ages and the clock, once a minute.
@MainActor
final class MinuteHand {
    private let tick: @MainActor () -> Void

    init(_ tick: @escaping @MainActor () -> Void) {
        self.tick = tick
        wait()
    }

    /// One timer for each minute: a repeating one lets libdispatch look every second.
    private func wait() {
        let untilFull = 60_000 - Int(ServiceClock.system.now() % 60_000)
        DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(untilFull)) { [weak self] in
            MainActor.assumeIsolated {
                self?.tick()
                self?.wait()
            }
        }
    }
}

extension Clock {
    /// Now, in the station's time zone.
    static var station: Clock {
        var now = time_t(ServiceClock.system.now() / 1_000)
        var local = tm()
        localtime_r(&now, &local)
        return Clock(now: Int64(now), utcOffset: Int64(local.tm_gmtoff))
    }
}

/// Of the same clock that keys are stamped with.
func monotonicMilliseconds() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int64(now.tv_sec) * 1_000 + Int64(now.tv_nsec) / 1_000_000
}
