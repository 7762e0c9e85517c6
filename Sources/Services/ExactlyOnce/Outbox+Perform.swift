import APIs
import Cache
import Model

/// What is left of a sender's effect when its durable part is done: a call, a rest, or nothing.
package enum Errand: Sendable {
    case event(Sender.Event)
    case page(PurchasesRequest)
    case post(Batch)
    case sleep(until: Int64?)
    case nothing
}

extension Outbox {
    /// Does the durable part of an effect. Whoever performs for a ``Sender`` uses it: the leader with real
    /// calls and real time, the simulation with its own.
    /// - Throws: ``LeadLost``; ``CacheError``.
    package func perform(_ effect: Sender.Effect, epoch: Int64, now: Int64) throws -> Errand {
        switch effect {
        case .survey: return .event(.surveyed(try survey(now: now)))
        case .read(let since, let page): return .page(PurchasesRequest(page: page, modifiedSince: since))
        case .probe: return .page(PurchasesRequest(page: 1, perPage: 1))
        case .missing(let purchases): try missing(purchases, now: now)
        case .unreadable(let purchases): try unreadable(purchases, now: now)
        case .rewind: try rewind(to: now)
        case .leap(let ahead): try leap(by: ahead, now: now)
        case .prepare(let marks):
            let request = "\(epoch)-\(now)-\(marks.first?.id.number ?? 0)"
            return .event(.prepared(try prepare(marks, epoch: epoch, request: request, now: now)))
        case .post(let batch):
            // After a sleep of the machine the waits, which count from `sending`, would be too short.
            guard
                batch.lines.contains(where: {
                    $0.mark.attempt.map { now - $0.sentAt > figures.settleMargin } ?? true
                })
            else { return .post(batch) }
            try recall(batch, now: now)
            return .event(.recorded(.fine))
        case .sleep(let until): return .sleep(until: until)
        }
        return .nothing
    }

    /// A page that was read for a sender.
    package func took(_ answer: Answer<PurchasesPage>, began: Int64, now: Int64) throws -> Sender.Event {
        switch answer.result {
        case .success(let page):
            try absorb(page.purchases, unread: page.unread, began: began, now: now)
            return .read(SeenPage(page))
        case .failure(let failure): return .readFailed(failure)
        }
    }
}
