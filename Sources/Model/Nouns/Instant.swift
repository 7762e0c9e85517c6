/// Moments as text: `2020-04-05T21:30:00+0000`, in which the zone may stand with a colon, without, or as `Z`.
package enum Instant {
    /// Nil where it is none, or names no zone.
    package static func unixSeconds(_ text: String) -> Int64? {
        guard text.utf8.allSatisfy({ $0 < 128 }), text.count > 19,
            let date = PlainDate(String(text.prefix(10)))
        else { return nil }
        let rest = text.dropFirst(10)
        guard let mark = rest.first, "T t".contains(mark), let time = seconds(rest.dropFirst().prefix(8)),
            let zone = zone(rest.dropFirst(9).drop { $0 == "." || $0.isNumber })
        else { return nil }
        return Int64(date.dayNumber) * 86_400 + Int64(time - zone)
    }

    /// As the Tixstock document writes it, in UTC.
    package static func text(_ seconds: Int64) -> String {
        let day = Int((Double(seconds) / 86_400).rounded(.down))
        let second = Int(seconds) - day * 86_400
        let date = PlainDate(dayNumber: day)?.description ?? "1970-01-01"
        return date + "T"
            + [second / 3600, second / 60 % 60, second % 60].map(twoDigits)
            .joined(separator: ":") + "+0000"
    }

    private static func seconds(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [2, 2, 2], let hour = Int(parts[0]), let minute = Int(parts[1]),
            let second = Int(parts[2]), (0..<24).contains(hour), (0..<60).contains(minute),
            (0...60).contains(second)
        else { return nil }
        return hour * 3600 + minute * 60 + min(second, 59)
    }

    private static func zone(_ text: Substring) -> Int? {
        if text == "Z" || text == "z" { return 0 }
        let digits = text.dropFirst().filter { $0 != ":" }
        guard let sign = text.first, "+-".contains(sign), digits.count == 4,
            let hours = Int(digits.prefix(2)), let minutes = Int(digits.suffix(2)), minutes < 60
        else { return nil }
        return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
