/// Cents as money: `$24.20`, `-$3.00`.
func money(_ cents: Int) -> String {
    let (whole, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
    return "\(cents < 0 ? "-" : "")$\(grouped(Int(whole))).\(rest < 10 ? "0" : "")\(rest)"
}

/// Thousands apart: `9,204`.
func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = ""
    for (place, digit) in digits.reversed().enumerated() {
        if place > 0, place.isMultiple(of: 3) { text.append(",") }
        text.append(digit)
    }
    return (number < 0 ? "-" : "") + String(text.reversed())
}

/// A count in at most five cells: `9,204`, from 10,000 on `12.4k`, `970k`, `1.2M`. Never rounded up: a list is
/// not said to hold more than it does.
func short(_ number: Int) -> String {
    guard number > 9_999 else { return grouped(number) }
    let (unit, letter) = number < 1_000_000 ? (1_000, "k") : (1_000_000, "M")
    let tenths = number * 10 / unit
    let (whole, rest) = tenths.quotientAndRemainder(dividingBy: 10)
    return whole > 99 || rest == 0 ? "\(whole)\(letter)" : "\(whole).\(rest)\(letter)"
}

/// `1 item`, `3 items`.
func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
}
