/// How a store is doing: what the header says.
package struct StoreHealth: Sendable, Hashable {
    package enum Phase: Sendable, Hashable {
        case idle
        /// Reading pages: purchases so far, and the number expected where one is known.
        case syncing(purchases: Int, of: Int?)
        /// Pages cannot be had; tried again at this Unix second.
        case offline(why: String, retryAt: Int64?)
        /// Credentials are refused: nothing is sent until they are mended.
        case paused(why: String)
        /// Told to wait by the server until this Unix second.
        case throttled(until: Int64)
    }
    package var store: StoreID
    package var phase: Phase
    /// Unix seconds of the last complete pass; nil before the first.
    package var syncedAt: Int64?
    /// How many marks wait to leave, are on the wire, and have no known outcome.
    package var queued: Int
    package var sending: Int
    package var unknown: Int
    /// Purchases set aside in the last pass because they could not be read.
    package var setAside: Int
    /// Who leads: syncs and sends. Nil where nobody does.
    package var leader: String?
    package var isLeader: Bool
    /// The process that leads is stopped, and nobody else can until it goes on or ends.
    package var isHeldUp: Bool
    /// The world that the store says it is in: `Sandbox`, `Production`; nil where it says nothing.
    package var mode: String?

    package init(
        store: StoreID, phase: Phase = .idle, syncedAt: Int64? = nil, queued: Int = 0, sending: Int = 0,
        unknown: Int = 0, setAside: Int = 0, leader: String? = nil, isLeader: Bool = false,
        isHeldUp: Bool = false
    ) {
        self.store = store
        self.phase = phase
        self.syncedAt = syncedAt
        self.queued = queued
        self.sending = sending
        self.unknown = unknown
        self.setAside = setAside
        self.leader = leader
        self.isLeader = isLeader
        self.isHeldUp = isHeldUp
    }

    /// Somebody on this box reads it and sends for it.
    package var isLed: Bool { isLeader || leader != nil }

    /// Marks that the program is still at.
    package var onTheirWay: Int { queued + sending + unknown }
}
