// How words are compared: without case, and without marks on Latin letters.

/// In lower case and without marks on Latin letters.
package func folded(_ text: String) -> String {
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

/// Where words that were searched for begin a word of a text; for showing what was found.
package struct FoundWords: Sendable, Hashable {
    /// Folded; each a list of characters.
    private var words: [[String]]

    /// - Parameter search: as typed into the search line; phrases in quotes.
    package init(_ search: String) {
        words = FilterWord.all(in: search).flatMap { word in
            word.text.split { !($0.isLetter || $0.isNumber) }.map { $0.map { folded(String($0)) } }
        }
    }

    package var isEmpty: Bool { words.isEmpty }

    /// In order, none of them overlapping.
    package func ranges(in text: String) -> [Range<String.Index>] {
        if isEmpty { return [] }
        let characters = text.indices.map { (place: $0, folded: folded(String(text[$0]))) }
        var ranges: [Range<String.Index>] = []
        var place = 0
        while place < characters.count {
            let length = longest(at: place, in: characters.map(\.folded))
            guard length > 0 else {
                place += 1
                continue
            }
            let end = place + length < characters.count ? characters[place + length].place : text.endIndex
            ranges.append(characters[place].place..<end)
            place += length
        }
        return ranges
    }

    /// How many characters the longest word that begins here has; scripts without spaces have no beginnings.
    private func longest(at place: Int, in text: [String]) -> Int {
        let isStart = place == 0 || !isWordy(text[place - 1]) || !isSpaced(text[place])
        guard isStart else { return 0 }
        return words.filter { text[place...].starts(with: $0) }.map(\.count).max() ?? 0
    }

    private func isWordy(_ character: String) -> Bool {
        character.contains { $0.isLetter || $0.isNumber }
    }

    /// Written with spaces between words: Latin, Greek, Cyrillic and their like stand before these.
    private func isSpaced(_ character: String) -> Bool {
        (character.unicodeScalars.first?.value ?? 0) < 0x0E00
    }
}
