// A filter as text: read, and printed so that it reads the same.

extension ListFilter: CustomStringConvertible, Codable {
    /// Reads a line.
    /// - Throws: ``FilterProblem`` for the first word that cannot be.
    package init(parsing line: String) throws(FilterProblem) {
        var terms: [FilterTerm] = []
        for word in FilterWord.all(in: line) { terms.append(try FilterTerm(word)) }
        self.terms = terms
    }

    package var description: String { terms.map(\.description).joined(separator: " ") }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
            try self.init(parsing: try container.decode(String.self))
        } catch let problem as FilterProblem {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: problem.sentence)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// A word of a filter line that cannot be.
package struct FilterProblem: Error, Sendable, Hashable {
    /// As typed.
    package var word: String
    /// Names the word and says what may stand there.
    package var sentence: String
}

extension FilterTerm: CustomStringConvertible {
    init(_ word: FilterWord) throws(FilterProblem) {
        func problem(_ sentence: String) -> FilterProblem {
            FilterProblem(word: word.text, sentence: sentence)
        }
        if word.isUnclosed { throw problem("\(word.text): the quote is not closed.") }
        isNegated = word.isNegated
        guard let name = word.key else {
            guard !word.values[0].isEmpty else { throw problem("\(word.text): there is no word in it.") }
            condition = .words(word.values[0])
            return
        }
        guard let key = FilterKey(rawValue: name) else {
            let keys = FilterKey.allCases.map(\.rawValue).joined(separator: ", ")
            throw problem("\(name): is no filter; there are \(keys). In quotes it is a word to search for.")
        }
        guard !word.values.contains(""), key.takesSeveral || word.values.count == 1,
            let condition = FilterCondition(key, word.values)
        else { throw problem("\(word.text): \(key.rawValue): takes \(key.values).") }
        self.condition = condition
    }

    package var description: String {
        let sign = isNegated ? "-" : ""
        guard let key = condition.key else {
            guard case .words(let words) = condition else { return sign }
            let isPlain = !words.hasPrefix("-") && !words.contains(":") && !needsQuotes(words)
            return sign + (isPlain ? words : inQuotes(words))
        }
        return sign + key.rawValue + ":" + condition.values.map(quotedValue).joined(separator: ",")
    }
}

extension FilterCondition {
    /// Nil where a value is not of its kind.
    init?(_ key: FilterKey, _ values: [String]) {
        let only = values[0].lowercased()
        let day = FilterDay(written: only)
        let answer: Bool? = ["yes": true, "no": false][only]
        switch key {
        case .state:
            let states = values.map { StateFilter(rawValue: $0.lowercased()) }
            guard !states.contains(nil) else { return nil }
            self = .state(states.compactMap(\.self))
        case .country:
            let codes = values.map { $0.lowercased() == "none" ? "" : $0.uppercased() }
            guard codes.allSatisfy({ $0.isEmpty || $0.count == 2 && $0.allSatisfy(\.isLetter) }) else {
                return nil
            }
            self = .country(codes)
        case .item: self = .item(values)
        case .variant: self = .variant(values)
        case .code: self = .code(values)
        case .store: self = .store(values)
        case .before, .after, .on:
            guard let day else { return nil }
            self = key == .before ? .before(day) : key == .after ? .after(day) : .on(day)
        case .age:
            guard let bound = AgeBound(written: only) else { return nil }
            self = .age(bound)
        case .tracking, .held, .note:
            guard let answer else { return nil }
            self = key == .held ? .held(answer) : key == .note ? .note(answer) : .tracking(answer)
        }
    }

    /// As they are written behind the colon.
    fileprivate var values: [String] {
        switch self {
        case .words(let words): [words]
        case .state(let states): states.map(\.rawValue)
        case .country(let codes): codes.map { $0.isEmpty ? "none" : $0 }
        case .item(let values), .variant(let values), .code(let values), .store(let values): values
        case .before(let day), .after(let day), .on(let day): [day.description]
        case .age(let bound): [bound.description]
        case .tracking(let answer), .held(let answer), .note(let answer): [answer ? "yes" : "no"]
        }
    }
}

extension FilterDay {
    init?(written text: String) {
        switch text {
        case "today": self = .today
        case "yesterday": self = .yesterday
        default:
            guard let date = PlainDate(text) else { return nil }
            self = .date(date)
        }
    }
}

extension AgeBound {
    init?(written text: String) {
        guard let sign = text.first, "<>".contains(sign), let last = text.last,
            let unit = Unit(rawValue: String(last))
        else { return nil }
        let digits = text.dropFirst().dropLast()
        guard (1...6).contains(digits.count), digits.allSatisfy(\.isASCIIDigit), let count = Int64(digits)
        else { return nil }
        self.init(isOlder: sign == ">", count: count, unit: unit)
    }
}

/// A value behind the colon, in quotes where it would read as something else without.
func quotedValue(_ value: String) -> String {
    needsQuotes(value) || value.contains(",") ? inQuotes(value) : value
}

private func needsQuotes(_ text: String) -> Bool {
    text.isEmpty || text.contains { $0.isWhitespace || $0 == "\"" }
}

private func inQuotes(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}
