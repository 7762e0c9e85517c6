/// A count for people: `9,204`; over 9,999 shortened, `12.3k`, `1.2M`.
package func short(_ number: Int) -> String {
    switch number {
    case ..<1000: return String(number)
    case ..<10_000:
        let rest = String(number % 1000)
        return "\(number / 1000)," + String(repeating: "0", count: 3 - rest.count) + rest
    case ..<1_000_000: return scaled(number, by: 1000) + "k"
    default: return scaled(number, by: 1_000_000) + "M"
    }
}

private func scaled(_ number: Int, by unit: Int) -> String {
    let whole = number / unit
    return whole >= 100 ? String(whole) : "\(whole).\(number % unit * 10 / unit)"
}

/// Thousands apart: `9,204`.
package func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = ""
    for (place, digit) in digits.reversed().enumerated() {
        if place > 0, place.isMultiple(of: 3) { text.append(",") }
        text.append(digit)
    }
    return (number < 0 ? "-" : "") + String(text.reversed())
}

/// `1 item`, `4 items`.
func counted(_ number: Int, _ noun: String) -> String {
    "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
}
