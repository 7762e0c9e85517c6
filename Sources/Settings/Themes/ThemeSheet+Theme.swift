import Terminal

extension ThemeSheet {
    /// The finished theme.
    ///
    /// - Throws: ``ConfigError`` for colours without a meaning and for roles that nobody named.
    func theme() throws(ConfigError) -> Theme {
        var wrong: [ConfigError.Finding] = []
        for look in looks.values {
            for word in [look.value.foreground, look.value.background] where color(word) == nil {
                let hint = suggestion(for: word, among: Array(palette.keys) + NamedColor.words)
                wrong.append(
                    ConfigError.Finding(
                        file: look.file, line: look.line,
                        sentence: "`\(word)` is neither in the palette nor a colour.\(hint)"))
            }
        }
        let missing = Role.allCases.filter { looks[$0] == nil }.map(\.rawValue)
        if !missing.isEmpty {
            let words = missing.joined(separator: ", ")
            wrong.append(
                ConfigError.Finding(
                    file: file, line: nil,
                    sentence: "Nothing is said of \(words); name them, or begin with `inherits: harbour`."))
        }
        guard wrong.isEmpty else { throw ConfigError(wrong.sorted { ($0.line ?? 0) < ($1.line ?? 0) }) }
        return Theme(
            name: name, summary: summary ?? "", roles: appearances(at: .truecolor),
            fallbacks: [.ansi256: fallbacks(at: .ansi256), .ansi16: fallbacks(at: .ansi16)])
    }

    private func appearances(at depth: ColorDepth) -> [Role: Appearance] {
        looks.mapValues { look in
            let foreground = color(look.value.foreground)?.color(at: depth) ?? .default
            let background = color(look.value.background)?.color(at: depth) ?? .default
            return Appearance(foreground, on: background, look.value.emphasis)
        }
    }

    /// Only what the file says otherwise for that depth.
    private func fallbacks(at depth: ColorDepth) -> [Role: Appearance] {
        let best = appearances(at: .truecolor)
        return appearances(at: depth).filter { $0.value != best[$0.key] }
    }

    private func color(_ word: String) -> PaletteColor? {
        palette[word] ?? PaletteColor.literal(word).map { PaletteColor(best: $0) }
    }
}
