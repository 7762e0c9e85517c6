import Terminal

extension Grid {
    /// For terminals without UTF-8: lines and bars become what ASCII has, and every other character that it
    /// lacks a `?`, so that a loss shows.
    package mutating func fallBackToASCII() {
        for y in 0..<size.height {
            for x in 0..<size.width {
                let text = self[x, y].text
                guard text.isEmpty || !text.utf8.allSatisfy({ $0 < 0x80 }) else { continue }
                self[x, y].text = asciiStandIns[text] ?? "?"
            }
        }
    }
}

private let asciiStandIns: [String: String] = [
    "─": "-", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+",
    "┼": "+", "║": "|", "█": "#", "░": ".", "…": "~", "·": "-", "▁": "_", "▂": "_", "▃": "-", "▄": "-",
    "▅": "=",
    "▆": "=", "▇": "#",
]
