extension Desk {
    /// The keys that work on the screen on top, made from the bindings.
    var help: HelpScreen {
        let top: any ScreenModel = stack.last.map(\.model) ?? list
        let contexts = [top.context] + top.context.fallbacks
        let asking: [KeyContext] = [.form, .confirm, .line].filter { !contexts.contains($0) }
        return HelpScreen((contexts + asking).map { section($0, of: top) })
    }

    private func section(_ context: KeyContext, of top: any ScreenModel) -> HelpSection {
        let rows = context.words.map { word in
            let chords = surroundings.keymap.chords(of: word.name, in: context, defaults: word.defaults)
            let own = context == top.context ? top.words(in: surroundings).help(of: word.name) : nil
            let whyNot = context == top.context ? top.whyNot(word.name, in: surroundings) : nil
            return HelpRow(
                keys: chords.map(\.label).joined(separator: " "), help: own ?? word.help, whyNot: whyNot)
        }
        return HelpSection(title: context.title, rows: rows)
    }
}
