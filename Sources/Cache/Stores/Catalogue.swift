import Model
import Synchronization

/// The names of all items, kept in memory: lists name what they show without a join. Names change rarely;
/// their generation, read in the same transaction, says when they did.
final class Catalogue: Sendable {
    private struct State {
        var generation: Int64 = 0
        var names: [StoreID: [ItemKind: String]] = [:]
    }
    private let state = Mutex(State())

    func names(_ db: Connection) throws -> [StoreID: [ItemKind: String]] {
        let generation: Int64 = try db.value("SELECT generation FROM names_generation") ?? 0
        let known = state.withLock { $0.generation == generation ? $0.names : nil }
        if let known { return known }
        let names = try load(db)
        state.withLock { $0 = State(generation: generation, names: names) }
        return names
    }

    /// After a transaction that was taken back, which may have shown names that never were.
    func forget() { state.withLock { $0 = State() } }

    private func load(_ db: Connection) throws -> [StoreID: [ItemKind: String]] {
        let sql = "SELECT store, item_id, variant_id, name FROM names ORDER BY is_local"
        let rows = try db.rows(sql) {
            ($0[0] as StoreID, ItemKind(itemID: $0[1], variantID: $0[2]), $0[3] as String)
        }
        return rows.reduce(into: [:]) { $0[$1.0, default: [:]][$1.1] = $1.2 }
    }
}
