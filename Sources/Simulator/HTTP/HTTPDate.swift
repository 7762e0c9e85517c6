import Model

/// The `Date` header, from which clients learn the server's time.
enum HTTPDate {
    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// - Parameter seconds: Unix seconds.
    static func text(_ seconds: Int64) -> String {
        let second = Int(seconds % 86_400)
        guard let date = PlainDate(dayNumber: Int(seconds / 86_400)) else { return "" }
        let time = [second / 3600, second / 60 % 60, second % 60].map(padded).joined(separator: ":")
        return "\(days[date.weekday]), \(padded(date.day)) \(months[date.month - 1]) \(date.year) \(time) GMT"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
