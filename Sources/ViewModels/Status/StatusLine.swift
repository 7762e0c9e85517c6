/// The header: which store, which station, and how syncing and sending go.
package struct StatusLine: Sendable, Hashable {
    /// The store's name, or `all stores`.
    package var store: String
    package var station: String
    package var isDemo: Bool
    package var isReadOnly: Bool
    /// `Sandbox`, `Production`; nil where no store says.
    package var mode: String?
    /// Most important first: a narrow screen cuts the tail.
    package var facts: [StatusFact]
}

package struct StatusFact: Sendable, Hashable {
    package enum Tone: Sendable, Hashable { case plain, good, busy, warning, error }
    package var tone: Tone
    package var text: String
    /// The same without the reason, for a narrow screen, which has a line of its own for that.
    package var brief: String?
    /// Why: a sentence.
    package var reason: String?
    package init(_ tone: Tone, _ text: String, brief: String? = nil, reason: String? = nil) {
        self.tone = tone
        self.text = text
        self.brief = brief
        self.reason = reason
    }
}
