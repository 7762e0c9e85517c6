import Model

extension Desk {
    /// The header.
    package var status: StatusLine {
        StatusLine(
            store: "", station: surroundings.author.station, isDemo: surroundings.isDemo,
            isReadOnly: surroundings.isReadOnly, facts: [])
    }
}
