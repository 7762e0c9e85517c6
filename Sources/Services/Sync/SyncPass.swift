import Model

/// One pass over a store's pages, as a value: which pages to ask for, in which order they count, when it
/// has ended (protocol, Sync). Two pages are on their way at once; they are stored in order.
package struct SyncPass: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
        /// Everything: finds what vanished.
        case full
        /// What was modified since the watermark.
        case incremental
    }

    package enum Effect: Sendable, Hashable {
        case fetch(page: Int)
        /// Pages may be stored now, in this order.
        case store(page: Int)
        case finish
        case fail(words: String)
    }

    /// Calls on their way at once.
    private let width: Int
    /// Where a pass that broke off goes on; pages before it may have nothing new.
    private let resumedAt: Int
    /// The list may have shifted since: step back until a page shows nothing that this pass has not seen.
    private var isSteppingBack: Bool
    private var nextToFetch: Int
    private var nextToStore: Int
    private var arrived: Set<Int> = []

    /// - Parameter page: the first to read; beyond 1 in a pass that broke off.
    package init(from page: Int = 1, width: Int = 2) {
        self.width = width
        resumedAt = page
        isSteppingBack = page > 1
        nextToFetch = max(1, page - 1)
        nextToStore = nextToFetch
    }

    package mutating func start() -> [Effect] { (0..<(isSteppingBack ? 1 : width)).map { _ in fetchNext() } }

    /// A page arrived; the caller keeps it until told to store it.
    package mutating func arrived(page: Int) -> [Effect] {
        arrived.insert(page)
        return page == nextToStore ? [.store(page: page)] : []
    }

    /// - Parameters:
    ///   - rows: on the page, readable or not.
    ///   - newInPass: purchases that no earlier page of this pass had.
    package mutating func stored(page: Int, rows: Int, newInPass: Int) -> [Effect] {
        arrived.remove(page)
        if isSteppingBack { return steppedBack(to: page, rows: rows, newInPass: newInPass) }
        nextToStore = page + 1
        if rows == 0 { return [.finish] }
        if newInPass == 0, page >= resumedAt {
            return [.fail(words: "The store sends the same purchases again and again (page \(page)).")]
        }
        return [fetchNext()] + (arrived.contains(nextToStore) ? [.store(page: nextToStore)] : [])
    }

    private mutating func steppedBack(to page: Int, rows: Int, newInPass: Int) -> [Effect] {
        let hasShifted = newInPass > 0 || rows == 0
        isSteppingBack = hasShifted && page > 1
        nextToFetch = isSteppingBack ? page - 1 : page + 1
        nextToStore = nextToFetch
        return start()
    }

    private mutating func fetchNext() -> Effect {
        defer { nextToFetch += 1 }
        return .fetch(page: nextToFetch)
    }
}
