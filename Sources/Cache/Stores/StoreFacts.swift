import Model

/// What is known of a store beside its purchases: learned, or told by the process that leads it.
package struct StoreFacts: Sendable, Hashable {
    /// Unix seconds; the next incremental pass asks for what was modified since.
    package var watermark: Int64?
    /// Unix seconds.
    package var lastPassEndedAt: Int64?
    /// Unix seconds.
    package var lastFullPassEndedAt: Int64?
    /// The server's clock minus ours, in seconds.
    package var clockOffset: Int64
    /// Learned from our own confirmed marks: a fulfillment moves `last_modified_ts`. Nil: not known yet.
    package var movesLastModified: Bool?
    /// What the server may take off in `new_quantity_remaining`, as far as its answers have shown.
    package var remainingVariants: Set<RemainingVariant>
    /// Nothing is sent while there is a reason; for people.
    package var pausedWhy: String?
    /// What the leader is doing, for the headers of the others.
    package var phase: StoreHealth.Phase?
    /// The leader's station, and when (Unix seconds) it last said so.
    package var leader: String?
    package var leaderSeenAt: Int64?
    package var pass: PassProgress?
    /// Orders cannot be read: they stand as answers last told them.
    package var hidesOrders: Bool

    package init(
        watermark: Int64? = nil, lastPassEndedAt: Int64? = nil, lastFullPassEndedAt: Int64? = nil,
        clockOffset: Int64 = 0, movesLastModified: Bool? = nil,
        remainingVariants: Set<RemainingVariant> = Set(RemainingVariant.allCases),
        pausedWhy: String? = nil, phase: StoreHealth.Phase? = nil, leader: String? = nil,
        leaderSeenAt: Int64? = nil, pass: PassProgress? = nil, hidesOrders: Bool = false
    ) {
        self.watermark = watermark
        self.lastPassEndedAt = lastPassEndedAt
        self.lastFullPassEndedAt = lastFullPassEndedAt
        self.clockOffset = clockOffset
        self.movesLastModified = movesLastModified
        self.remainingVariants = remainingVariants
        self.pausedWhy = pausedWhy
        self.phase = phase
        self.leader = leader
        self.leaderSeenAt = leaderSeenAt
        self.pass = pass
        self.hidesOrders = hidesOrders
    }
}

/// A pass that was begun and is not over: what it needs to go on where it broke off.
package struct PassProgress: Sendable, Hashable {
    /// Grows from pass to pass of a store.
    package var id: Int64
    package var isFull: Bool
    /// Unix seconds; nil in a full pass.
    package var since: Int64?
    package var nextPage: Int
    /// Unix milliseconds.
    package var startedAt: Int64
    package var purchasesSoFar: Int
    package var expected: Int?

    package init(
        id: Int64, isFull: Bool, since: Int64? = nil, nextPage: Int = 1, startedAt: Int64,
        purchasesSoFar: Int = 0, expected: Int? = nil
    ) {
        self.id = id
        self.isFull = isFull
        self.since = since
        self.nextPage = nextPage
        self.startedAt = startedAt
        self.purchasesSoFar = purchasesSoFar
        self.expected = expected
    }
}
