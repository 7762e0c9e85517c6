import Terminal

/// Reads one theme file.
struct ThemeReader {
    let findings: Findings

    /// Nil where it is no mapping; what else is wrong is noted.
    func sheet(_ value: YAMLValue, name: String) -> ThemeSheet? {
        guard let section = Section<ThemeKey>(value, called: "A theme", findings) else { return nil }
        var sheet = ThemeSheet(name: name, file: findings.file)
        if let own = section.text(.name), own != name {
            section.note("The theme is called \(name) after its file; name it so here, too.", at: .name)
        }
        sheet.summary = section.text(.summary)
        sheet.inherits = section.text(.inherits).map { written($0, section.line(of: .inherits)) }
        for entry in entries(.palette, section) {
            if let color = color(entry) { sheet.palette[entry.key] = color }
        }
        sheet.looks = looks(entries(.roles, section))
        return sheet
    }

    private func written<Value>(_ value: Value, _ line: Int) -> ThemeSheet.Written<Value> {
        ThemeSheet.Written(value: value, file: findings.file, line: line)
    }

    private func entries(_ key: ThemeKey, _ section: Section<ThemeKey>) -> [YAMLValue.Entry] {
        guard let value = section.value(key), !value.isEmpty else { return [] }
        if value.entries == nil { section.note("`\(key.rawValue)` must be lines of `name: value`.", at: key) }
        return value.entries ?? []
    }

    // MARK: Palette

    private func color(_ entry: YAMLValue.Entry) -> PaletteColor? {
        let isTaken = PaletteColor.literal(entry.key) != nil || Look.emphases[entry.key] != nil
        guard !isTaken, entry.key != "on", !entry.key.contains(" "), !entry.key.isEmpty else {
            findings.add("`\(entry.key)` cannot be the name of a colour; choose another.", line: entry.line)
            return nil
        }
        let values = entry.value.list ?? [entry.value]
        guard (1...3).contains(values.count) else {
            findings.add(
                "`\(entry.key)` takes one colour, or a list: full colour, 256 colours, 16 colours.",
                line: entry.line)
            return nil
        }
        let colors = values.compactMap { literal($0, entry) }
        guard colors.count == values.count else { return nil }
        var color = PaletteColor(best: colors[0])
        if colors.count > 1 { color.fallbacks[.ansi256] = colors[1] }
        if colors.count > 2 { color.fallbacks[.ansi16] = colors[2] }
        return color
    }

    private func literal(_ value: YAMLValue, _ entry: YAMLValue.Entry) -> Color? {
        guard let text = value.text, !text.isEmpty else {
            findings.add("The colour `\(entry.key)` is empty; write \"#rrggbb\" in quotes.", line: entry.line)
            return nil
        }
        if let color = PaletteColor.literal(text) { return color }
        findings.add(
            "`\(text)` is no colour; write \"#rrggbb\", 0 to 255, default, or a name such as bright-blue."
                + suggestion(for: text, among: NamedColor.words), line: value.line)
        return nil
    }

    // MARK: Roles

    /// A wildcard stands for all roles that begin so; what names fewer roles wins, wherever it stands.
    private func looks(_ entries: [YAMLValue.Entry]) -> [Role: ThemeSheet.Written<Look>] {
        var looks: [Role: ThemeSheet.Written<Look>] = [:]
        for entry in entries.sorted(by: { width($0.key) > width($1.key) }) {
            let roles = roles(entry.key)
            if roles.isEmpty {
                let hint = suggestion(for: entry.key, among: Role.allCases.map(\.rawValue))
                findings.add("There is no role `\(entry.key)`.\(hint)", line: entry.line)
            }
            guard let look = look(entry) else { continue }
            for role in roles { looks[role] = written(look, entry.line) }
        }
        return looks
    }

    private func look(_ entry: YAMLValue.Entry) -> Look? {
        guard let text = entry.value.text, text.contains(where: { $0 != " " }) else {
            findings.add(
                "The role `\(entry.key)` is empty; write a colour, or `default`. Colours that begin with # "
                    + "stand in quotes.", line: entry.line)
            return nil
        }
        if let look = Look(text) { return look }
        findings.add(
            "`\(text)` cannot be read; write \"colour on colour bold\" with bold, dim, reverse, underline or "
                + "italic last.", line: entry.line)
        return nil
    }

    private func roles(_ key: String) -> [Role] {
        guard key.hasSuffix("*") else { return Role(rawValue: key).map { [$0] } ?? [] }
        return Role.allCases.filter { $0.rawValue.hasPrefix(key.dropLast()) }
    }

    private func width(_ key: String) -> Int { key.hasSuffix("*") ? 1000 - key.count : 0 }
}
