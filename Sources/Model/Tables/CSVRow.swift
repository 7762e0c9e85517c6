/// One record of a CSV file (RFC 4180): fields between delimiters, quoted where they hold delimiters, quotes
/// or line breaks, without the blanks around unquoted ones.
package struct CSVRow: Sendable, Hashable {
    /// Where it begins, from 1.
    package let line: Int
    package let fields: [String]

    package var isBlank: Bool { fields.allSatisfy(\.isEmpty) }

    /// - Throws: ``CSVProblem`` for a quote that never ends or is followed by more text.
    package static func all(
        in text: String, delimiter: Character = ","
    ) throws(CSVProblem) -> [CSVRow] {
        var scanner = CSVScanner(text, delimiter: delimiter)
        var rows: [CSVRow] = []
        while !scanner.isAtEnd {
            let line = scanner.line
            guard let fields = scanner.record() else { throw CSVProblem(line: line) }
            rows.append(CSVRow(line: line, fields: fields))
        }
        return rows
    }

    /// Which of comma, semicolon and tab stands most often in the first record; a comma where none does.
    package static func delimiter(of text: String) -> Character {
        var counts: [Character: Int] = [:]
        var isQuoted = false
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if isQuoted { continue }
            if character.isNewline { break }
            if [",", ";", "\t"].contains(character) { counts[character, default: 0] += 1 }
        }
        return [",", ";", "\t"].reduce(",") { counts[$1, default: 0] > counts[$0, default: 0] ? $1 : $0 }
    }
}

/// A quoted field that begins in this line, or later in its record, does not end as it should.
package struct CSVProblem: Error, Sendable, Hashable {
    package var line: Int
    package var sentence: String { "A quoted field here does not end as it should; close it with a `\"`." }
}

private struct CSVScanner {
    private var rest: Substring
    private let delimiter: Character
    private(set) var line = 1

    init(_ text: String, delimiter: Character) {
        rest = text[...]
        self.delimiter = delimiter
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// One record and the line break after it; nil where a quote is wrong.
    mutating func record() -> [String]? {
        var fields: [String] = []
        while let field = field() {
            fields.append(field)
            guard let next = rest.first else { return fields }
            rest.removeFirst()
            guard next == delimiter else {
                line += 1
                return next.isNewline ? fields : nil
            }
        }
        return nil
    }

    private mutating func field() -> String? {
        dropBlanks()
        guard rest.first == "\"" else {
            let text = rest.prefix { $0 != delimiter && !$0.isNewline }
            rest = rest[text.endIndex...]
            return String(text.reversed().drop(while: \.isWhitespace).reversed())
        }
        rest.removeFirst()
        return quoted()
    }

    private mutating func quoted() -> String? {
        var text = ""
        while let character = rest.popFirst() {
            if character == "\"" {
                guard rest.first == "\"" else {
                    dropBlanks()
                    return text
                }
                rest.removeFirst()
            }
            if character.isNewline { line += 1 }
            text.append(character)
        }
        return nil
    }

    /// A tab is no blank where it stands between fields.
    private mutating func dropBlanks() {
        rest = rest.drop { $0 != delimiter && ($0 == " " || $0 == "\t") }
    }
}
