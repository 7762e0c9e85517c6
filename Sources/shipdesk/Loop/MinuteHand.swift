import Dispatch
import Services
import ViewModels

#if canImport(Glibc)
    import Glibc
#endif

/// The only thing that moves while nothing happens: ages and the clock, once a minute.
@MainActor
final class MinuteHand {
    private let source: any DispatchSourceTimer

    init(_ tick: @escaping @MainActor () -> Void) {
        source = DispatchSource.makeTimerSource(queue: .main)
        let untilFull = 60_000 - Int(ServiceClock.system.now() % 60_000)
        source.schedule(
            deadline: .now() + .milliseconds(untilFull), repeating: .seconds(60), leeway: .seconds(1))
        source.setEventHandler { MainActor.assumeIsolated { tick() } }
        source.activate()
    }

    isolated deinit { source.cancel() }
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
