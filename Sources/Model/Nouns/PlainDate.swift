/// A calendar date without a time or a zone: what the APIs call a delivery date. Never converted.
package struct PlainDate: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Nil where the calendar has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= PlainDate.days(inMonth: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// `YYYY-MM-DD` and nothing else.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = PlainDate(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date: YYYY-MM-DD")
        }
        self = date
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    package var description: String { padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2) }

    package static func < (a: PlainDate, b: PlainDate) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }

    /// Days since 1970-01-01 (the civil calendar run through a year that starts in March).
    package var dayNumber: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The date `number` days after 1970-01-01; nil outside the years 1 to 9999.
    package init?(dayNumber number: Int) {
        guard (-719_162...2_932_896).contains(number) else { return nil }
        let shifted = number + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth + (marchMonth < 10 ? 3 : -9)
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// Nil outside the years 1 to 9999.
    package func adding(days: Int) -> PlainDate? {
        let (number, isTooFar) = dayNumber.addingReportingOverflow(days)
        return isTooFar ? nil : PlainDate(dayNumber: number)
    }

    /// 0 is Monday.
    package var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }
}

extension PlainDate {
    /// What a person types into a date field: a date, `today`, `tomorrow`, `+3d`, or a weekday (`fri`: the
    /// next one after today). Nil where it is none of these.
    package static func typed(_ text: String, today: PlainDate) -> PlainDate? {
        let word = text.lowercased()
        if let date = PlainDate(word) { return date }
        if word == "today" { return today }
        if word == "tomorrow" { return today.adding(days: 1) }
        if word.hasPrefix("+"), word.hasSuffix("d") {
            let digits = word.dropFirst().dropLast()
            guard digits.allSatisfy(\.isASCIIDigit), let days = Int(digits), days <= 3660 else { return nil }
            return today.adding(days: days)
        }
        let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        guard let wanted = weekdays.firstIndex(of: word) else { return nil }
        return today.adding(days: (wanted - today.weekday + 6) % 7 + 1)
    }
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension Character {
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
