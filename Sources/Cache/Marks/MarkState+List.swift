import Model

extension MarkState {
    /// The open states as SQL says them; an index of the schema serves exactly these.
    static let openList = "('queued', 'sending', 'unknown', 'attention')"
}
