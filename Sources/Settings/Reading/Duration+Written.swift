extension Duration {
    /// How people write a time: `30s`, `50ms`, `2min`, `1h`, with a space before the unit or without. A bare
    /// number is seconds.
    init?(written text: String) {
        let number = text.prefix { $0.isNumber || $0 == "." }
        let unit = text.dropFirst(number.count).drop { $0 == " " }
        guard let value = Double(number), let factor = Self.milliseconds(in: unit), value <= 1e9 else {
            return nil
        }
        self = .milliseconds(Int64((value * factor).rounded()))
    }

    /// Whole milliseconds, as the other targets count time.
    package var inMilliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }

    /// As a person would write it, in the largest unit that needs no fraction.
    var written: String {
        let count = inMilliseconds
        for (unit, size) in [("h", Int64(3_600_000)), ("min", 60_000), ("s", 1000)]
        where count != 0 && count % size == 0 {
            return "\(count / size)\(unit)"
        }
        return "\(count)ms"
    }

    private static func milliseconds(in unit: Substring) -> Double? {
        switch unit {
        case "ms": 1
        case "", "s": 1000
        case "min": 60_000
        case "h": 3_600_000
        default: nil
        }
    }
}
