import Cache
import Dispatch
import Model
import ViewModels

/// Keeps the views that people save, on a queue of its own: a write may have to wait for another process.
final class ViewsPerformer: Sendable {
    private let cache: Cache
    private let queue = DispatchQueue(label: "shipdesk.views", qos: .userInitiated)

    init(cache: Cache) { self.cache = cache }

    @MainActor
    func perform(_ effect: ViewEffect, _ answered: @escaping @MainActor @Sendable (Answer) -> Void) {
        queue.async { @Sendable [self] in
            let answer = answer(effect)
            DispatchQueue.main.async { MainActor.assumeIsolated { answered(answer) } }
        }
    }

    private func answer(_ effect: ViewEffect) -> Answer {
        do {
            switch effect {
            case .save(let view):
                try cache.write { try $0.save(view) }
                return .done("Saved as \(view.name): \(view.filter).")
            case .drop(let name):
                let wasThere = try cache.write { try $0.dropView(named: name) }
                return wasThere ? .done("Dropped the view \(name).") : .failed("There is no view \(name).")
            }
        } catch let error as CacheError {
            return .failed(error.sentence)
        } catch {
            return .failed("The cache cannot be written; the views are as they were.")
        }
    }
}
