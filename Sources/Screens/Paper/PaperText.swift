import Terminal
import ViewModels

/// Plain text for paper, in columns of one width. Foreign text is cleaned; nothing in it moves a printer.
struct PaperText {
    static let width = 76
    private(set) var lines: [String] = []

    var text: String { lines.map { $0 + "\n" }.joined() }

    mutating func add(_ line: String = "") { lines.append(PaperText.trimmed(line)) }

    /// One at the left edge, one at the right.
    mutating func add(_ left: String, right: String) {
        let rest = PaperText.width - textWidth(right) - 2
        add(padded(left, to: max(0, rest)) + "  " + right)
    }

    mutating func rule(_ character: Character = "-") {
        add(String(repeating: character, count: PaperText.width))
    }

    /// Words in as many lines as they take, all but the first set in.
    mutating func wrap(_ text: String, indent: Int, first: String? = nil) {
        let blank = String(repeating: " ", count: indent)
        var line = first.map { padded($0, to: indent) } ?? blank
        var isEmpty = true
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init) {
            if !isEmpty, textWidth(line) + 1 + textWidth(word) > PaperText.width {
                add(line)
                line = blank
                isEmpty = true
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        add(line)
    }

    private static func trimmed(_ line: String) -> String {
        var end = line.endIndex
        while end > line.startIndex, line[line.index(before: end)] == " " { end = line.index(before: end) }
        return String(line[..<end])
    }
}

/// As wide as asked for, cut or filled up, on the left.
func padded(_ text: String, to width: Int) -> String {
    var kept = ""
    var used = 0
    for character in text {
        let cells = textWidth(String(character))
        if used + cells > width { break }
        kept.append(character)
        used += cells
    }
    return kept + String(repeating: " ", count: width - used)
}

/// A number at the right edge of its column.
func right(_ number: Int, in width: Int) -> String {
    let digits = grouped(number)
    return String(repeating: " ", count: max(0, width - digits.count)) + digits
}
