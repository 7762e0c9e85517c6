import Terminal
import ViewModels
import Widgets

/// Above a command that is being typed: what it may go on to and what that does, or what is wrong with it.
struct CandidateBox: Widget {
    var line: InputLine
    private static let most = 8

    func draw(into grid: inout Grid, in rect: Rect) {
        if let problem = line.problem {
            let words = Paragraph(" ! \(problem)", .error, hang: 3)
            let rows = min(rect.height, words.height(for: rect.width))
            let box = rect.bottom(rows).0
            grid.fill(box, " ", Style(.footer))
            return grid.draw(words, in: box)
        }
        let shown = lines(in: min(CandidateBox.most, rect.height))
        let box = rect.bottom(shown.count).0
        grid.fill(box, " ", Style(.footer))
        for (row, line) in shown.enumerated() { grid.put(line, at: box.row(row)) }
    }

    private func lines(in rows: Int) -> [Line] {
        let all = line.candidates
        guard rows > 0 else { return [] }
        let fits = all.count <= rows
        let shown = fits ? all[...] : all.prefix(rows - 1)
        let names = shown.map { $0.takes.isEmpty ? $0.text : "\($0.text) \($0.takes)" }
        let width = names.reduce(0) { max($0, textWidth($1)) }
        let lines = zip(shown, names).map { candidate, name in
            let gap = String(repeating: " ", count: width - textWidth(name) + 2)
            return Line(" \(name)", .footer) + Line("\(gap)\(candidate.does)", .dim)
        }
        return fits ? lines : lines + [Line(" and \(all.count - shown.count) more; type on", .dim)]
    }
}
