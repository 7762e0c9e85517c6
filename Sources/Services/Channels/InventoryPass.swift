import APIs
import Model
import Synchronization

/// What one pass over an office's list has seen so far. Kept in memory, as the chain of its pages is.
final class InventoryPass: Sendable {
    let chain = PageChain<InventoryRequest>()
    private let state = Mutex(State())

    private struct State {
        var seen: Set<Int64> = []
        var seenRemote: Set<Int64> = []
        var details: Details?
        var mayNotRead = false
    }

    /// What ticket groups told, where they may be read at all.
    struct Details: Sendable {
        /// By listing.
        var told: [Int64: InventoryListing] = [:]
        /// The credentials may not read ticket groups.
        var isRefused = false
        /// All of them came in one answer: what is missing has no ticket group.
        var isWhole = false
        /// What ends the whole reading.
        var failure: CallFailure?
        var sign: CallSign?
    }

    /// The credentials may not read ticket groups, when last tried.
    var mayNotRead: Bool { state.withLock { $0.mayNotRead } }

    func note(mayNotRead: Bool) { state.withLock { $0.mayNotRead = mayNotRead } }

    func begin() {
        state.withLock { state in
            var next = State()
            next.mayNotRead = state.mayNotRead
            state = next
        }
    }

    /// The rows of a page that no earlier page of this pass had.
    func take(_ page: InventoryPage) -> InventoryPage {
        state.withLock { state in
            var fresh = page
            fresh.rows = page.rows.filter { row in
                if let id = row.id { return state.seen.insert(id).inserted }
                return row.remoteID.map { state.seenRemote.insert($0).inserted } ?? true
            }
            // Rows that cannot be read tell nothing new by themselves: a page of them may be any page.
            if fresh.rows.isEmpty, !page.rows.isEmpty { fresh.setAside = [] }
            return fresh
        }
    }

    /// Those of all listings, asked for once a pass.
    func details(_ ask: () async -> Details) async -> Details {
        if let known = state.withLock({ $0.details }) { return known }
        let details = await ask()
        state.withLock { $0.details = details }
        return details
    }
}
