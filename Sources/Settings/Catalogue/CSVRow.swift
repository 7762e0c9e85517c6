/// One record of a CSV file (RFC 4180): fields between commas, quoted where they hold commas, quotes or line
/// breaks, without the spaces around unquoted ones.
struct CSVRow: Hashable {
    /// Where it begins, from 1.
    let line: Int
    let fields: [String]

    var isBlank: Bool { fields.allSatisfy(\.isEmpty) }

    /// - Throws: ``ConfigError`` for a quote that never ends or is followed by more text.
    static func all(in text: String, file: String) throws(ConfigError) -> [CSVRow] {
        var scanner = CSVScanner(text)
        var rows: [CSVRow] = []
        while !scanner.isAtEnd {
            let line = scanner.line
            guard let fields = scanner.record() else {
                throw ConfigError(
                    "A quoted field here does not end as it should; close it with a `\"`.", file: file,
                    line: line)
            }
            rows.append(CSVRow(line: line, fields: fields))
        }
        return rows
    }
}

private struct CSVScanner {
    private var rest: Substring
    private(set) var line = 1

    init(_ text: String) { rest = text[...] }

    var isAtEnd: Bool { rest.isEmpty }

    /// One record and the line break after it; nil where a quote is wrong.
    mutating func record() -> [String]? {
        var fields: [String] = []
        while let field = field() {
            fields.append(field)
            guard let next = rest.first else { return fields }
            rest.removeFirst()
            guard next == "," else {
                line += 1
                return next.isNewline ? fields : nil
            }
        }
        return nil
    }

    private mutating func field() -> String? {
        rest = rest.drop { $0 == " " || $0 == "\t" }
        guard rest.first == "\"" else {
            let text = rest.prefix { $0 != "," && !$0.isNewline }
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
                    rest = rest.drop { $0 == " " || $0 == "\t" }
                    return text
                }
                rest.removeFirst()
            }
            if character.isNewline { line += 1 }
            text.append(character)
        }
        return nil
    }
}
