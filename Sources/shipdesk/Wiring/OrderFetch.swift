import APIs
import Model
import Services

/// Reads one order of a store that lists none, for a person at the dashboard.
struct OrderFetch: Sendable {
    enum Finding: Sendable {
        case order(PurchaseID)
        case none
        /// For people.
        case failed(String)
    }

    let storeName: String
    let source: any OrderSource

    func callAsFunction(_ id: PurchaseID) async -> Finding {
        switch await source.fetch(id).result {
        case .success(let purchase): purchase.map { .order($0.id) } ?? .none
        case .failure(let failure): .failed(failure.words)
        }
    }
}
