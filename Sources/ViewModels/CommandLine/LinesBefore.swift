/// What was typed into the lines of this sitting, the newest first, each text once for each purpose.
package struct LinesBefore: Sendable, Hashable {
    private var lines: [InputLine.Purpose: [String]] = [:]

    subscript(purpose: InputLine.Purpose) -> [String] { lines[purpose] ?? [] }

    mutating func add(_ text: String, to purpose: InputLine.Purpose) {
        let text = TextEntry.trim(text)
        guard !text.isEmpty else { return }
        let others = self[purpose].filter { $0 != text }
        lines[purpose] = [text] + others.prefix(LinesBefore.most - 1)
    }

    static let most = 100
}

extension InputLine {
    /// Keeps the line for those to come.
    var typed: Outcome.Move { .typed(purpose, entry.text) }

    /// Goes back (1) or forth (-1) among the lines of before; what was being typed stands at their end.
    mutating func recall(_ step: Int, in surroundings: Surroundings) {
        let lines = surroundings.linesBefore[purpose]
        let place = past + step
        guard place >= 0, place <= lines.count else { return }
        if past == 0 { draft = entry.text }
        past = place
        entry = TextEntry(place == 0 ? draft : lines[place - 1])
    }
}
