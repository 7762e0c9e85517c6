import Terminal

/// A grid as text in two panes: the glyphs, each row closed with `|`, then one letter per cell for its role,
/// so that a lost colour shows. Attributes on top of a role, the cursor and a legend follow.
package func picture(of grid: Grid) -> String {
    let rows = (0..<grid.size.height).map { grid.row($0) }
    var lines = rows.map { $0.map(\.text).joined() + "|" }
    lines.append("")
    lines += rows.map { String($0.map { roleLetter($0.style.role) }) }
    lines.append("")
    lines += emphases(in: rows)
    lines.append(cursorWords(grid))
    lines.append(legend(for: rows))
    return lines.joined(separator: "\n") + "\n"
}

/// The glyphs alone, without trailing blanks: for expectations drawn in the test itself.
package func drawing(of grid: Grid) -> [String] {
    (0..<grid.size.height).map { y in
        let row = grid.row(y).map(\.text).joined()
        return String(row.reversed().drop { $0 == " " }.reversed())
    }
}

private func cursorWords(_ grid: Grid) -> String {
    guard let cursor = grid.cursor else { return "cursor: none" }
    return "cursor: column \(cursor.x), row \(cursor.y)\(grid.cursorIsVisible ? ", visible" : "")"
}

private func legend(for rows: [ArraySlice<Cell>]) -> String {
    let used = Set(rows.flatMap { $0.map(\.style.role) })
    let words = Role.allCases.filter(used.contains).map { "\(roleLetter($0)) \($0.rawValue)" }
    return "roles: " + words.joined(separator: ", ")
}

/// Rows with attributes, and those attributes as the letters of a second pane; nothing where none are used.
private func emphases(in rows: [ArraySlice<Cell>]) -> [String] {
    rows.enumerated().compactMap { number, row in
        guard row.contains(where: { !$0.style.emphasis.isEmpty }) else { return nil }
        return "row \(number) attributes: "
            + row.map { String($0.style.emphasis.rawValue, radix: 32) }.joined()
    }
}

/// One letter for each role, always the same; text is a dot, so that everything else stands out.
package func roleLetter(_ role: Role) -> Character { roleLetters[role] ?? "?" }

private let roleLetters: [Role: Character] = [
    .text: ".", .dim: "d", .strong: "s", .title: "T", .header: "H",
    .bar: "b", .tab: "t", .tabSelected: "B", .footer: "f", .footerKey: "k",
    .cursorRow: "C", .markedRow: "M", .mark: "m",
    .stateToShip: "1", .statePartly: "2", .stateShipped: "3",
    .stateNothing: "4", .stateHeld: "5", .stateAttention: "!",
    .waiting: "w", .unknown: "u", .good: "g", .warning: "W", .error: "e", .info: "i",
    .field: "_", .fieldFocused: "F", .fieldInvalid: "X",
    .dialog: "D", .dialogTitle: "Q", .button: "y", .buttonFocused: "Y",
    .gauge: "#", .gaugeRest: "+", .line: "-", .label: "l", .match: "/",
]
