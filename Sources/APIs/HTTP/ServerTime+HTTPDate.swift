import Model

extension ServerTime {
    /// `Sun, 06 Nov 1994 08:49:37 GMT`: the one form in which servers may send dates (RFC 9110, IMF-fixdate).
    package init?(httpDate text: String) {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", words[0].hasSuffix(","),
            let day = Int(words[1]), let month = ServerTime.months.firstIndex(of: String(words[2])),
            let year = Int(words[3]), let date = PlainDate(year: year, month: month + 1, day: day),
            let seconds = ServerTime.secondsOfDay(words[4])
        else { return nil }
        self.init(unixSeconds: Int64(date.dayNumber) * 86_400 + Int64(seconds))
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `08:49:37`. A leap second is the last of its minute.
    private static func secondsOfDay(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
        guard parts.count == 3, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]),
            (0...60).contains(parts[2])
        else { return nil }
        return parts[0] * 3_600 + parts[1] * 60 + min(parts[2], 59)
    }
}
