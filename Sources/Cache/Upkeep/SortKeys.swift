/// Sorts ids that are numbers as numbers, before all others: the count of digits first, then the digits.
func sortKey(ofID id: String) -> String {
    guard !id.isEmpty, id.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return "~" + id }
    let digits = id.drop { $0 == "0" }
    guard digits.count < 100 else { return "~" + id }
    return (digits.count < 10 ? "0" : "") + String(digits.count) + String(digits)
}

/// Sorts names without case and marks: `Müller` stands with `muller`. Long ones are cut: they are a key only.
func sortKey(ofName name: String) -> String { String(folded(name).prefix(48)) }

/// In lower case and without marks on Latin letters.
func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var plain = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars where scalar.properties.generalCategory != .nonspacingMark
    {
        plain.append(scalar.isASCII ? scalar : baseLetter(scalar))
    }
    return String(plain)
}

/// The letter under the mark: Unicode names it, as in LATIN SMALL LETTER U WITH DIAERESIS.
private func baseLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let prefix = "LATIN SMALL LETTER "
    guard let name = scalar.properties.name, name.hasPrefix(prefix) else { return scalar }
    let rest = name.dropFirst(prefix.count).utf8
    guard rest.dropFirst().starts(with: " WITH".utf8), let letter = rest.first else { return scalar }
    return Unicode.Scalar(letter | 0x20)
}
