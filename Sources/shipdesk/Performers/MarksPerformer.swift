import Cache
import Dispatch
import Model
import Services
import ViewModels

/// Does all that is durable, in the order asked for, on a queue of its own: a bulk action of thousands must
/// not hold up a key.
final class MarksPerformer: Sendable {
    private let marker: Marker
    private let cache: Cache
    private let labels: LabelShelf
    private let queue = DispatchQueue(label: "shipdesk.marks", qos: .userInitiated)

    init(cache: Cache, labels: LabelShelf) {
        self.cache = cache
        self.labels = labels
        marker = Marker(cache: cache)
    }

    @MainActor
    func perform(_ effect: MarkEffect, _ answered: @escaping @MainActor @Sendable (Answer) -> Void) {
        queue.async { @Sendable [self] in
            let answer = answer(effect, now: ServiceClock.system.now())
            DispatchQueue.main.async { MainActor.assumeIsolated { answered(answer) } }
        }
    }

    /// What was said yes to is written down before the program ends.
    func end() { queue.sync {} }

    private func answer(_ effect: MarkEffect, now: Int64) -> Answer {
        do {
            return try perform(effect, now: now)
        } catch let refusals as Refusals {
            return .refused(refusals.all)
        } catch let error as CacheError {
            return .failed(error.sentence)
        } catch {
            return .failed("The outbox cannot be written; nothing was marked.")
        }
    }

    /// A PDF that it names is put where it waits for its turn.
    private func takingLabel(of request: MarkRequest) throws -> MarkRequest {
        do throws(AttributeFault) {
            var taken = request
            taken.sets = try labels.taking(request.sets) { FilePath($0).path }
            return taken
        } catch {
            throw Refusals([.notCapable(error.sentence)])
        }
    }

    private func perform(_ effect: MarkEffect, now: Int64) throws -> Answer {
        switch effect {
        case .submit(let request):
            return .accepted(try marker.submit(takingLabel(of: request), now: now))
        case .undo(let action, let author, let isMeant):
            return .accepted(try marker.undo(action, by: author, isFinalMeant: isMeant, now: now))
        case .retry(let ids, let author):
            for id in ids { try marker.retry(id, by: author, now: now) }
            return .done("Queued again.")
        case .shipRest(let id, let author):
            return .accepted(try marker.shipRest(of: id, by: author, now: now))
        case .drop(let ids, let author):
            for id in ids { try marker.drop(id, by: author, now: now) }
            return .done("Dropped.")
        case .settle(let id, let asConfirmed, let author):
            try marker.settle(id, as: asConfirmed ? .confirmed : .absent, by: author, now: now)
            return .done(asConfirmed ? "Settled as confirmed." : "Settled as absent: it leaves again.")
        case .hold(let keys, let reason, let author):
            try marker.hold(keys, reason: reason, by: author, now: now)
            return .done("\(names(keys)) on hold.")
        case .release(let keys, let author):
            try marker.release(keys, by: author, now: now)
            return .done("\(names(keys)) released.")
        case .addMemo(let key, let text, let author):
            try marker.addMemo(text, to: key, by: author, now: now)
            return .done("Noted.")
        case .redo(let action, let author, let isMeant):
            return .accepted(try marker.redo(action, by: author, isFinalMeant: isMeant, now: now))
        case .stop(let action, let author):
            let (stopped, left) = try marker.stop(action, by: author, now: now)
            return .done(
                stopped == 0
                    ? "Nothing was stopped: all of it had left." : "\(stopped) stopped; \(left) had left.")
        case .noteScan(let key, let words, let author):
            try marker.noteScan(key, words: words, by: author, now: now)
            return .done("")
        case .takeNote(let key, let author):
            try marker.takeNote(key, by: author, now: now)
            return .done("The alarms of purchase \(key.purchase) are noted.")
        }
    }

    private func names(_ keys: [PurchaseKey]) -> String {
        keys.count == 1 ? "Purchase \(keys[0].purchase) is" : "\(keys.count) purchases are"
    }
}
