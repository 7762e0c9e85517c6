import Terminal

/// A theme file as it is written, before it is laid over the one that it inherits from.
struct ThemeSheet {
    struct Written<Value> {
        var value: Value
        var file: String
        var line: Int
    }

    var name: String
    var file: String
    var summary: String?
    var inherits: Written<String>?
    var palette: [String: PaletteColor] = [:]
    var looks: [Role: Written<Look>] = [:]

    /// This sheet on top of another: its colours and roles win.
    func laid(over base: ThemeSheet) -> ThemeSheet {
        var result = self
        result.inherits = base.inherits
        result.summary = summary ?? base.summary
        result.palette = base.palette.merging(palette) { $1 }
        result.looks = base.looks.merging(looks) { $1 }
        return result
    }
}

enum ThemeKey: String, CaseIterable { case name, summary, inherits, palette, roles }
