import Synchronization

/// Where the pages of a list begin that only tells so from one page to the next.
///
/// Kept in memory: a pass that broke off goes on as long as this process lives; another begins it anew.
final class PageChain<Cursor: Sendable & Hashable>: Sendable {
    enum Link: Sendable, Hashable {
        /// Nil on the first page.
        case begins(at: Cursor?)
        /// The page before was the last.
        case isOver
    }

    private let links = Mutex<[Int: Link]>([:])

    /// The first page begins the chain anew.
    func link(to page: Int) -> Link? {
        links.withLock { links in
            if page == 1 { links = [1: .begins(at: nil)] }
            return links[page]
        }
    }

    /// Whether the chain reaches so far, and one page before it.
    func reaches(_ page: Int) -> Bool { links.withLock { $0[page] != nil && $0[page - 1] != nil } }

    func note(_ next: Cursor?, after page: Int) {
        links.withLock { $0[page + 1] = next.map { .begins(at: $0) } ?? .isOver }
    }
}
