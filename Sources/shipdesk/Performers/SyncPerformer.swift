import Model
import Services
import ViewModels

/// Asks whoever leads to read, or to try again.
@MainActor
final class SyncPerformer {
    private let team: Team

    init(team: Team) { self.team = team }

    /// - Returns: what could not be asked for; nil where it could.
    func perform(_ effect: SyncEffect) -> Answer? {
        let (store, order): (StoreID?, (Leader) -> Void) =
            switch effect {
            case .now(let store): (store, { $0.syncNow() })
            case .full(let store): (store, { $0.syncNow(.full) })
            case .retryPaused(let store): (store, { $0.tryAgain() })
            }
        let leaders = team.leaders.filter { $0.isLeading && (store == nil || $0.store.id == store) }
        leaders.forEach(order)
        return leaders.isEmpty ? .failed("Another station leads this store; it reads by itself.") : nil
    }
}
