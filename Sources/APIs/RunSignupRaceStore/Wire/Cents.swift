/// Money as RunSignup writes it in text, without ever becoming a fraction.
enum Cents {
    /// `$25.00`, `-$1,025.5` or `25`; nil where it is none of these, or beyond all reason.
    static func of(_ text: String) -> Int? {
        var rest = text[...]
        let isNegative = rest.first == "-"
        if isNegative { rest = rest.dropFirst() }
        if rest.first == "$" { rest = rest.dropFirst() }
        let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let whole = parts[0].filter { $0 != "," }
        let fraction = parts.count > 1 ? parts[1] : "00"
        guard (1...10).contains(whole.count), (1...2).contains(fraction.count),
            (whole + fraction).utf8.allSatisfy({ (48...57).contains($0) }),
            let cents = Int(whole + fraction + (fraction.count == 1 ? "0" : ""))
        else { return nil }
        return isNegative ? -cents : cents
    }
}
