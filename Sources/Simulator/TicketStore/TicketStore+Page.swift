import Model

/// What a page of purchases is asked for by.
struct PageQuery: Sendable {
    var page = 1
    var num = 100
    /// Unix seconds, inclusive.
    var modifiedSince: Int64?
    var includesCleared = false
}

extension TicketStore {
    /// The ids on one page, in order.
    func select(_ query: PageQuery, in state: inout State) -> [Int] {
        let listing = listing(in: &state)
        let takesAll = query.includesCleared || behaviour.filtersAfterPaging
        var ids = takesAll ? listing.all : listing.uncleared
        if let since = query.modifiedSince {
            fillModified(&state)
            ids = ids.filter { modified($0, in: state) >= since }
        }
        let (skipped, overflows) = (query.page - 1).multipliedReportingOverflow(by: query.num)
        guard !overflows, skipped < ids.count else { return [] }
        let page = ids[skipped..<min(ids.count, skipped + query.num)]
        let isFiltered = behaviour.filtersAfterPaging && !query.includesCleared
        return isFiltered ? page.filter { !isCleared($0, in: state) } : Array(page)
    }

    /// Kept from call to call; made anew when purchases came in or were cleared.
    func listing(in state: inout State) -> (all: [Int], uncleared: [Int]) {
        let count = world.count(at: clock.now)
        if let kept = state.listing, kept.count == count { return (kept.all, kept.uncleared) }
        var all = Array(World.firstID..<World.firstID + count)
        let extra = state.put.keys.filter { $0 < World.firstID || $0 >= World.firstID + count }
        if !extra.isEmpty { all = (all + extra).sorted() }
        let uncleared = all.filter { !isCleared($0, in: state) }
        state.listing = (count, all, uncleared)
        return (all, uncleared)
    }

    private func isCleared(_ id: Int, in state: State) -> Bool {
        state.changes[id]?.isCleared ?? state.put[id]?.isCleared ?? world.isCleared(id - World.firstID)
    }

    private func modified(_ id: Int, in state: State) -> Int64 {
        let begun = state.put[id]?.lastModified ?? state.modified[id - World.firstID]
        return max(begun, state.changes[id]?.lastModified ?? 0)
    }

    private func fillModified(_ state: inout State) {
        let count = world.count(at: clock.now)
        guard state.modified.count < count else { return }
        state.modified += (state.modified.count..<count).map { world.lastModified($0) }
    }
}
