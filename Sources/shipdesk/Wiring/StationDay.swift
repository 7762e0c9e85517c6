import Model
import ViewModels

#if canImport(Glibc)
    import Glibc
#endif

/// A day by the station's calendar and clock: 23 or 25 hours where the clocks are changed.
struct StationDay {
    let date: PlainDate
    /// Unix seconds.
    let start: Int64
    let end: Int64

    init(_ date: PlainDate) {
        self.date = date
        start = StationDay.midnight(date.dayNumber)
        end = StationDay.midnight(date.dayNumber + 1)
    }

    /// When that day begins. The system takes care of months' ends, and of days without a midnight.
    private static func midnight(_ dayNumber: Int) -> Int64 {
        var local = tm()
        local.tm_year = 70
        local.tm_mon = 0
        local.tm_mday = 1 + Int32(dayNumber)
        local.tm_isdst = -1
        return Int64(mktime(&local))
    }
}
