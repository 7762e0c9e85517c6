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

/// `1 item`, `4 items`.
func counted(_ number: Int, _ noun: String) -> String { number == 1 ? "1 \(noun)" : "\(number) \(noun)s" }
