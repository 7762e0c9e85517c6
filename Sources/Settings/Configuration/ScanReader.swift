import ViewModels

/// Reads what the configuration says of scanners.
struct ScanReader {
    let section: Section<ConfigurationKey>

    func settings() -> ScanSettings {
        var settings = ScanSettings()
        if let gap = section.duration(.scanGap, in: .milliseconds(1) ... .seconds(1)) {
            settings.gap = gap.inMilliseconds
        }
        settings.prefix = chords(.scanPrefix)
        settings.suffix = chords(.scanSuffix)
        if settings.prefix.contains("enter") {
            section.note("`scan_prefix` cannot hold Enter, which ends a scan.", at: .scanPrefix)
        }
        if let commands = commands() { settings.commands = commands }
        settings.verifies = section.flag(.scanVerify) ?? false
        return settings
    }

    /// A text, control characters included, or a list of keys and texts: `"\x02"`, `[ctrl-b]`, `[f9, "~"]`.
    private func chords(_ key: ConfigurationKey) -> [Chord] {
        guard let value = section.value(key) else { return [] }
        let chords: [Chord?]
        if let list = value.list {
            chords = list.flatMap { part in
                guard let text = part.text, !text.isEmpty else { return [Chord?.none] }
                return Chord(parsing: text).map { [$0] } ?? typed(text)
            }
        } else {
            chords = value.text.map(typed) ?? [nil]
        }
        guard !chords.isEmpty, chords.allSatisfy({ $0.map { !ScanSettings.refused.contains($0) } ?? false })
        else {
            section.note(
                "`\(key.rawValue)` must be a text such as \"~\" or \"\\x02\", or keys such as [f9]; Esc, ^C, ^X, ^Z "
                    + "and Backspace cannot be part of it.", at: key)
            return []
        }
        return chords.compactMap(\.self)
    }

    private func typed(_ text: String) -> [Chord?] { text.unicodeScalars.map { Chord(sent: $0) } }

    /// What command barcodes begin with; it has to fit into a barcode.
    private func commands() -> String? {
        guard let value = section.value(.scanCommands) else { return nil }
        guard let text = value.text, text.count <= 20, text.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }),
            text.isEmpty || text.count >= 3
        else {
            section.note(
                "`scan_commands` must be 3 to 20 letters, digits or signs without blanks, or \"\" for none.",
                at: .scanCommands)
            return nil
        }
        return text
    }
}
