import Model

extension DetailScreen {
    /// The purchase from top to bottom: state and attention, address label, items, timeline, refunds,
    /// transfers, hold. Empty while it is read.
    package func lines(_ clock: Clock) -> [DetailLine] { [] }
}
