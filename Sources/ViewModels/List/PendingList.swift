import Model

/// What the list has asked for and waits to hear.
struct PendingList: Sendable, Hashable {
    /// What to do with the purchases that a query finds.
    enum Marking: Sendable, Hashable { case add, invert }
    var marking: Marking?
}
