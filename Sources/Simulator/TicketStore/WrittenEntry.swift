import Model

/// One entry of the ledger, written while the simulation ran.
package struct WrittenEntry: Sendable {
    package var purchase: Int
    package var fulfillment: Fulfillment
    /// The request that wrote it, as numbered by the recorder; nil where somebody else did.
    package var request: Int?
    /// Reads do not list it before.
    var hiddenUntil: ContinuousClock.Instant?

    func isHidden(at now: ContinuousClock.Instant) -> Bool { hiddenUntil.map { $0 > now } ?? false }
}
