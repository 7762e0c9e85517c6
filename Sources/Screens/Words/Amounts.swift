import ViewModels

/// Cents as money: `$24.20`, `-$3.00`.
func money(_ cents: Int) -> String {
    let (whole, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
    return "\(cents < 0 ? "-" : "")$\(grouped(Int(whole))).\(rest < 10 ? "0" : "")\(rest)"
}

/// `1 item`, `3 items`.
func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
}
