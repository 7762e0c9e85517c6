import Model
import Synchronization

/// The orders of one pass and where its pages begin: an order that cannot be found leaves no row, so pages
/// are not all of one length.
///
/// Kept in memory: a pass that broke off goes on as long as this process lives; another begins it anew.
final class OrderRound: Sendable {
    private struct State {
        var orders: [PurchaseID] = []
        var beginnings: [Int: Int] = [:]
    }
    private let state = Mutex(State())

    func begin(_ orders: [PurchaseID]) {
        state.withLock { $0 = State(orders: orders, beginnings: [1: 0]) }
    }

    /// The orders from a page's beginning; nil where it is not known where that is.
    func orders(from page: Int) -> ArraySlice<PurchaseID>? {
        state.withLock { state in state.beginnings[page].map { state.orders[$0...] } }
    }

    /// - Parameter end: the index after the page's last order.
    func note(_ end: Int, after page: Int) { state.withLock { $0.beginnings[page + 1] = end } }

    /// Whether the pages so far, and one before them, are known.
    func reaches(_ page: Int) -> Bool {
        state.withLock { $0.beginnings[page] != nil && $0.beginnings[page - 1] != nil }
    }
}
