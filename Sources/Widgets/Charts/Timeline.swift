import Terminal

/// Something that happened: when, what, and more in smaller words.
package struct TimelineStep: Sendable, Hashable {
    package var when: String
    package var what: Line
    /// Beside `what` where it fits, else below.
    package var aside: Line
    package var details: [Line]
    package init(when: String, what: Line, aside: Line = .blank, details: [Line] = []) {
        self.when = when
        self.what = what
        self.aside = aside
        self.details = details
    }
}

extension TimelineStep {
    fileprivate func lines(in room: Int) -> [Line] {
        let both = [what, aside].joined(by: "  ")
        return (both.width <= room || aside.isEmpty ? [both] : [what, aside]) + details
    }
}

/// What happened, one after the other, along a rail.
package struct Timeline: Widget {
    package var steps: [TimelineStep]
    package init(_ steps: [TimelineStep]) { self.steps = steps }

    package func height(for width: Int) -> Int { rows(for: width).count }

    package func draw(into grid: inout Grid, in rect: Rect) {
        for (number, row) in rows(for: rect.width).prefix(rect.height).enumerated() {
            grid.put(row.when, at: rect.row(number).left(whenWidth).0, Style(.dim))
            let right = rect.row(number).left(whenWidth + 2).1
            grid.put(row.rail, at: right, Style(.line))
            grid.put(row.text, at: right.left(3).1)
        }
    }

    private struct Row {
        var when = ""
        var rail: String
        var text: Line
    }

    private var whenWidth: Int { steps.reduce(0) { max($0, textWidth($1.when)) } }

    private func rows(for width: Int) -> [Row] {
        let room = max(8, width - whenWidth - 5)
        var rows: [Row] = []
        for (number, step) in steps.enumerated() {
            let isLast = number == steps.count - 1
            let lines = step.lines(in: room).flatMap { $0.wrapped(to: room) }
            for (row, line) in lines.enumerated() {
                let rail = row > 0 ? (isLast ? " " : "│") : node(number)
                rows.append(Row(when: row == 0 ? step.when : "", rail: rail, text: line))
            }
        }
        return rows
    }

    private func node(_ number: Int) -> String {
        if steps.count == 1 { return "─" }
        return number == 0 ? "┌" : number == steps.count - 1 ? "└" : "├"
    }
}
