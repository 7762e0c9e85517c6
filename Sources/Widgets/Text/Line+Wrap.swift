import Terminal

extension Line {
    /// The line as several, none wider than `width` cells. Broken at spaces, and before and after wide
    /// characters, whose languages have no spaces; a word that is too long alone is cut where it must be.
    package func wrapped(to width: Int) -> [Line] {
        if self.width <= width { return [self] }
        var wrap = Wrap(width: max(2, width))
        for word in words { wrap.add(word) }
        return wrap.finished
    }

    private var words: [Word] {
        var words: [Word] = []
        var isOpen = false
        for span in spans {
            for glyph in glyphs(of: span.text) {
                if glyph.text == " " {
                    words.append(Word(gap: true))
                    isOpen = true
                } else if isOpen, glyph.width == 1, !words.isEmpty {
                    words[words.count - 1].letters.append(Letter(glyph, span.role))
                } else {
                    words.append(Word(letters: [Letter(glyph, span.role)]))
                    isOpen = glyph.width == 1
                }
                if glyph.width == 2 { isOpen = false }
            }
        }
        return words
    }
}

/// One glyph and what it means.
private struct Letter {
    var text: String
    var width: Int
    var role: Role

    init(_ glyph: Glyph, _ role: Role) {
        (text, width) = (glyph.text, glyph.width)
        self.role = role
    }
    init(space role: Role) { (text, width, self.role) = (" ", 1, role) }
}

/// What is never broken unless it is longer than a line.
private struct Word {
    /// A space stands before it, which a line break swallows.
    var gap = false
    var letters: [Letter] = []
    var width: Int { letters.reduce(0) { $0 + $1.width } }
}

private struct Wrap {
    let width: Int
    private var lines: [Line] = []
    private var current: [Letter] = []
    private var used = 0

    init(width: Int) { self.width = width }

    /// At least one line, if an empty one.
    var finished: [Line] { current.isEmpty && !lines.isEmpty ? lines : lines + [Wrap.line(of: current)] }

    mutating func add(_ word: Word) {
        let gap = word.gap && (used > 0 || lines.isEmpty) ? 1 : 0
        if used + gap + word.width > width, used > 0 {
            breakLine()
        } else if gap > 0 {
            append(Letter(space: word.letters.first?.role ?? .text))
        }
        for letter in word.letters {
            if used + letter.width > width { breakLine() }
            append(letter)
        }
    }

    private mutating func append(_ letter: Letter) {
        current.append(letter)
        used += letter.width
    }

    private mutating func breakLine() {
        lines.append(Wrap.line(of: current))
        current = []
        used = 0
    }

    /// Letters of one role become one span again.
    private static func line(of letters: [Letter]) -> Line {
        var spans: [Span] = []
        for letter in letters {
            if let last = spans.last, last.role == letter.role {
                spans[spans.count - 1].text += letter.text
            } else {
                spans.append(Span(letter.text, letter.role))
            }
        }
        return Line(spans)
    }
}
