extension Desk {
    /// The keys that matter now, the most important first.
    package var footer: [FooterHint] { [] }
}
