/// What the words of a filter may be, beyond those that are always there.
package struct FilterVocabulary: Sendable, Hashable {
    package var countries: [String]
    /// Names of items, without their variants.
    package var items: [String]
    package var variants: [String]
    package var stores: [String]
    package init(
        countries: [String] = [], items: [String] = [], variants: [String] = [], stores: [String] = []
    ) {
        self.countries = countries
        self.items = items
        self.variants = variants
        self.stores = stores
    }
}

/// What can come next in a filter line: words to choose from, and a hint.
package struct FilterCompletion: Sendable, Hashable {
    /// For the word at the caret, each with what stands before it in that word: `country:DE`.
    package let options: [String]
    /// One line for people.
    package let hint: String
    private let line: [Character]
    private let place: Range<Int>

    /// - Parameter caret: in characters.
    package init(_ text: String, caret: Int, vocabulary: FilterVocabulary) {
        line = Array(text)
        var start = min(caret, line.count)
        let word = FilterWord.all(in: String(line[..<start])).last.map { (text: $0.text, word: $0) }
        let isInWord = start > 0 && (word?.word.isUnclosed == true || !line[start - 1].isWhitespace)
        guard isInWord, let word else {
            place = start..<start
            options = []
            hint = FilterCompletion.beginning
            return
        }
        let end = start
        start = max(0, start - word.text.count)
        place = start..<end
        let sign = word.word.isNegated ? "-" : ""
        guard let name = word.word.key else {
            let begin = word.word.values[0].lowercased()
            let keys = FilterKey.allCases.filter { $0.rawValue.hasPrefix(begin) }
            options = keys.map { sign + $0.rawValue + ":" }
            hint = keys.isEmpty ? "a word to search for" : FilterCompletion.hint(keys)
            return
        }
        guard let key = FilterKey(rawValue: name) else {
            options = []
            hint = FilterCompletion.beginning
            return
        }
        let values = key.completions(vocabulary, of: word.word.values.last ?? "")
        let before = word.word.values.dropLast().map { quotedValue($0) + "," }.joined()
        options = values.map { sign + key.rawValue + ":" + before + quotedValue($0) }
        hint = values.isEmpty ? "\(key.rawValue): \(key.values)" : values.joined(separator: "  ")
    }

    /// The line with the word at the caret filled in as far as all options agree, and where the caret then
    /// stands; nil where that adds nothing.
    package var completed: (text: String, caret: Int)? {
        guard var common = options.first else { return nil }
        for option in options { while !folded(option).hasPrefix(folded(common)) { common.removeLast() } }
        if options.count == 1, !common.hasSuffix(":") { common += " " }
        let typed = String(line[place])
        // Where a later word of a name begins so, what the names have in common may say less than was typed.
        let (before, after) = (unquoted(typed), unquoted(common))
        let saysMore = after.count > before.count && after.hasPrefix(before)
        guard saysMore || options.count == 1, common != typed else { return nil }
        let text = String(line[..<place.lowerBound]) + common + String(line[place.upperBound...])
        return (text, place.lowerBound + common.count)
    }

    private func unquoted(_ text: String) -> String { folded(text).filter { $0 != "\"" } }

    private static let beginning =
        FilterKey.allCases.map { "\($0.rawValue):" }.joined(separator: " ") + "  words  -not"

    private static func hint(_ keys: [FilterKey]) -> String {
        keys.count == 1
            ? "\(keys[0].rawValue): \(keys[0].values)"
            : keys.map { "\($0.rawValue):" }.joined(separator: "  ")
    }
}

extension FilterKey {
    /// The values that begin so, or a word of them does, without case and marks.
    fileprivate func completions(_ vocabulary: FilterVocabulary, of begin: String) -> [String] {
        let all: [String] =
            switch self {
            case .state: StateFilter.allCases.map(\.rawValue)
            case .item: vocabulary.items
            case .variant: vocabulary.variants
            case .country: vocabulary.countries + ["none"]
            case .store: vocabulary.stores
            case .before, .after, .on: begin.isEmpty ? [] : ["today", "yesterday"]
            case .tracking, .held, .note: ["yes", "no"]
            case .age, .code: []
            }
        let wanted = folded(begin)
        let beginning = all.filter { folded($0).hasPrefix(wanted) }
        if !beginning.isEmpty { return beginning }
        return all.filter { folded($0).split(separator: " ").contains { $0.hasPrefix(wanted) } }
    }
}
