extension Desk {
    /// The keys that matter now, the most important first.
    package var footer: [FooterHint] {
        let top: any ScreenModel = stack.last.map(\.model) ?? list
        return top.footer(in: surroundings)
    }
}
