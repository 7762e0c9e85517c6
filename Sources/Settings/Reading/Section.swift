/// A mapping of a file as it is read: it knows which keys may stand in it, and tells on every other.
///
/// Reading functions return nil and note what is wrong; the caller goes on and raises all findings at the
/// end. A key that stands there without a value is wrong, one that does not stand there is only missing.
struct Section<Key: RawRepresentable & CaseIterable & Hashable> where Key.RawValue == String {
    let line: Int
    let findings: Findings
    /// Begins sentences: `Store spring-gala: `, or nothing.
    var title = ""
    private let entries: [Key: YAMLValue.Entry]

    /// Nil where the value is no mapping.
    init?(_ value: YAMLValue, called name: String, _ findings: Findings) {
        line = value.line
        self.findings = findings
        guard let all = value.entries else {
            let keys = Key.allCases.prefix(3).map { "`\($0.rawValue)`" }.joined(separator: ", ")
            findings.add("\(name) must be a mapping with keys such as \(keys).", line: value.line)
            return nil
        }
        var known: [Key: YAMLValue.Entry] = [:]
        for entry in all {
            if let key = Key(rawValue: entry.key) {
                known[key] = entry
            } else {
                let hint = suggestion(for: entry.key, among: Key.allCases.map(\.rawValue))
                findings.add("\(name) has no key `\(entry.key)`.\(hint)", line: entry.line)
            }
        }
        entries = known
    }

    func value(_ key: Key) -> YAMLValue? { entries[key]?.value }
    func has(_ key: Key) -> Bool { entries[key] != nil }
    func line(of key: Key) -> Int { entries[key]?.line ?? line }

    func note(_ sentence: String, at key: Key) { findings.add(title + sentence, line: line(of: key)) }

    /// Notes the key as missing unless it stands there; what is there but wrong has its own note already.
    func demand(_ key: Key, _ why: String) {
        if !has(key) { findings.add(title + "`\(key.rawValue)` is missing: \(why).", line: line) }
    }

    /// Any scalar but an empty one, without control characters.
    func text(_ key: Key) -> String? {
        guard let value = value(key) else { return nil }
        guard let text = value.text, !text.isEmpty, !text.unicodeScalars.contains(where: isControl) else {
            note("`\(key.rawValue)` must be a text of one line.", at: key)
            return nil
        }
        return text
    }

    /// A whole number without quotes.
    func whole(_ key: Key, in range: ClosedRange<Int64>) -> Int64? {
        guard let value = value(key) else { return nil }
        guard let text = value.plainText, let number = Int64(text), range.contains(number) else {
            let limit = range.upperBound == .max ? "\(range.lowerBound) or more" : "\(range)"
            note("`\(key.rawValue)` must be a whole number without quotes, \(limit).", at: key)
            return nil
        }
        return number
    }

    func flag(_ key: Key) -> Bool? {
        guard let value = value(key) else { return nil }
        switch value.plainText?.lowercased() {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        default:
            note("`\(key.rawValue)` must be true or false.", at: key)
            return nil
        }
    }

    func duration(_ key: Key, in range: ClosedRange<Duration>) -> Duration? {
        guard let value = value(key) else { return nil }
        guard let duration = value.text.flatMap(Duration.init(written:)), range.contains(duration) else {
            let limits = "from \(range.lowerBound.written) to \(range.upperBound.written)"
            note("`\(key.rawValue)` must be a time such as 30s, 50ms or 2min, \(limits).", at: key)
            return nil
        }
        return duration
    }

    /// One of a closed list of words.
    func word<Word: RawRepresentable & CaseIterable>(_ key: Key, _: Word.Type = Word.self) -> Word?
    where Word.RawValue == String {
        guard let text = text(key) else { return nil }
        if let word = Word(rawValue: text) { return word }
        let words = Word.allCases.map(\.rawValue)
        let hint = suggestion(for: text, among: words)
        note("`\(key.rawValue)` must be one of \(words.joined(separator: ", ")).\(hint)", at: key)
        return nil
    }
}

func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
}
