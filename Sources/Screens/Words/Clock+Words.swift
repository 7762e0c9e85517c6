import Model
import ViewModels

extension Clock {
    /// `14:02` today, `11-21 14:02` in the same year, `2025-11-21 14:02` before that.
    func shortMoment(of instant: Int64) -> String {
        guard let date = date(of: instant), date != today else { return time(of: instant) }
        let day = date.year == today?.year ? String(date.description.dropFirst(5)) : date.description
        return "\(day) \(time(of: instant))"
    }
}
