import Model

/// Sorts ids that are numbers as numbers, before all others: the count of digits first, then the digits.
func sortKey(ofID id: String) -> String {
    guard !id.isEmpty, id.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return "~" + id }
    let digits = id.drop { $0 == "0" }
    guard digits.count < 100 else { return "~" + id }
    return (digits.count < 10 ? "0" : "") + String(digits.count) + String(digits)
}

/// Sorts towns as names; those without one come last.
func sortKey(ofCity city: String?) -> String {
    let key = sortKey(ofName: city ?? "")
    return key.allSatisfy(\.isWhitespace) ? "\u{FFFF}" : key
}

/// Country codes in capitals; empty where there is none.
func sortKey(ofCountry code: String?) -> String {
    String((code ?? "").filter { !$0.isWhitespace }.uppercased().prefix(8))
}

/// Sorts names without case and marks: `Müller` stands with `muller`. Long ones are cut: they are a key only.
func sortKey(ofName name: String) -> String { String(folded(name).prefix(48)) }
