/// One word of a filter line as it was typed: spaces and commas inside quotes belong to it.
struct FilterWord: Hashable {
    /// Where it stands in the line.
    var range: Range<String.Index>
    /// As typed.
    var text: String
    var isNegated: Bool
    /// What stands before the colon; nil where there is none. Not checked.
    var key: String?
    /// What stands behind it, at the commas apart, without the quotes.
    var values: [String]
    /// A quote was opened and not closed.
    var isUnclosed: Bool

    /// The words of a line.
    static func all(in line: String) -> [FilterWord] {
        var words: [FilterWord] = []
        var rest = line.startIndex
        while let start = line[rest...].firstIndex(where: { !$0.isWhitespace }) {
            var reader = FilterWordReader(line: line, place: start)
            let word = reader.read()
            words.append(word)
            rest = word.range.upperBound
        }
        return words
    }
}

private struct FilterWordReader {
    let line: String
    let start: String.Index
    var place: String.Index
    private var isQuoted = false
    private var key: String?
    private var values = [""]
    private var hasQuotes = false
    private var isNegated = false

    init(line: String, place: String.Index) {
        self.line = line
        start = place
        self.place = place
    }

    mutating func read() -> FilterWord {
        if line[place] == "-", let next = peek(), !next.isWhitespace {
            isNegated = true
            advance()
        }
        while place < line.endIndex, isQuoted || !line[place].isWhitespace { take(line[place]) }
        return FilterWord(
            range: start..<place, text: String(line[start..<place]), isNegated: isNegated, key: key,
            values: values, isUnclosed: isQuoted)
    }

    private mutating func take(_ character: Character) {
        defer { advance() }
        switch character {
        case "\"" where isQuoted && peek() == "\"":
            advance()
            add("\"")
        case "\"":
            isQuoted.toggle()
            hasQuotes = true
        case ":" where isKey: (key, values) = (values[0].lowercased(), [""])
        case "," where key != nil && !isQuoted: values.append("")
        default: add(character)
        }
    }

    /// What came so far could be a key: letters, none of them in quotes.
    private var isKey: Bool {
        key == nil && !isQuoted && !hasQuotes && !values[0].isEmpty
            && values[0].allSatisfy { $0.isLetter && $0.isASCII || $0 == "-" }
    }

    private mutating func add(_ character: Character) { values[values.count - 1].append(character) }
    private mutating func advance() { place = line.index(after: place) }

    private func peek() -> Character? {
        let next = line.index(after: place)
        return next < line.endIndex ? line[next] : nil
    }
}
