import Cache
import Dispatch
import Model
import Services
import ViewModels

/// Keeps who packs what, on a queue of its own: no form waits for a disk to open.
final class ClaimPerformer: Sendable {
    let book: ClaimBook
    private let queue = DispatchQueue(label: "shipdesk.claims", qos: .userInitiated)

    init(cache: Cache) { book = ClaimBook(cache: cache) }

    /// A claim that cannot be written is no reason to stop anybody: it only warns.
    func perform(_ effect: ClaimEffect) {
        queue.async { @Sendable [book] in
            let now = ServiceClock.system.now()
            switch effect {
            case .claim(let key, let author): try? book.claim(key, by: author, now: now)
            case .takeOver(let key, let author): try? book.takeOver(key, by: author, now: now)
            case .release(let key): try? book.release(key)
            }
        }
    }

    /// The dashboard ends; what is still to be written comes first.
    func end() { queue.sync { try? book.releaseAll() } }
}
