import Model

/// What the time is, as the loop tells it.
package struct Clock: Sendable, Hashable {
    /// Unix seconds.
    package var now: Int64
    /// The station's time zone: seconds east of UTC, now.
    package var utcOffset: Int64
    package init(now: Int64 = 0, utcOffset: Int64 = 0) {
        self.now = now
        self.utcOffset = utcOffset
    }

    /// What lists count ages from: whole minutes, so that news within one leaves a list's pages as they are.
    package var asOf: Moment { Moment(now: floored(now, by: 60) * 60, utcOffset: utcOffset) }

    package var today: PlainDate? { date(of: now) }

    /// The station's calendar date of an instant in Unix seconds.
    package func date(of instant: Int64) -> PlainDate? {
        PlainDate(dayNumber: Int(floored(instant + utcOffset, by: 86_400)))
    }

    /// `14:02`, by the station's time zone.
    package func time(of instant: Int64) -> String {
        let minutes = floored(instant + utcOffset, by: 60)
        let ofDay = minutes - floored(minutes, by: 1440) * 1440
        return "\(twoDigits(ofDay / 60)):\(twoDigits(ofDay % 60))"
    }

    /// `14:02` today, `2026-11-21 14:02` on other days.
    package func moment(of instant: Int64) -> String {
        guard let date = date(of: instant), date != today else { return time(of: instant) }
        return "\(date) \(time(of: instant))"
    }

    /// How long ago, in three cells: `now`, `6m`, `3h`, `2d`, `15w`.
    package func age(of instant: Int64) -> String {
        let seconds = max(0, now - instant)
        if seconds < 60 { return "now" }
        if seconds < 3600 { return "\(seconds / 60)m" }
        if seconds < 86_400 { return "\(seconds / 3600)h" }
        let days = seconds / 86_400
        if days < 100 { return "\(days)d" }
        return days < 700 ? "\(days / 7)w" : "\(days / 365)y"
    }

    /// How long ago a day was, or how far off it is, by the station's calendar: `2d`, `0d`, `+12d`, `+20w`.
    package func days(to instant: Int64) -> String {
        guard let today, let day = date(of: instant) else { return "" }
        let ahead = day.dayNumber - today.dayNumber
        let sign = ahead > 0 ? "+" : ""
        let days = abs(ahead)
        return days < 100 ? "\(sign)\(days)d" : days < 700 ? "\(sign)\(days / 7)w" : "\(sign)\(days / 365)y"
    }

    private func floored(_ number: Int64, by size: Int64) -> Int64 {
        number >= 0 ? number / size : -((size - 1 - number) / size)
    }

    private func twoDigits(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
