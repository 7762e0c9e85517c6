import APIs
import Cache
import Logging
import Model
import Synchronization

extension Leader {
    func send(epoch first: Int64) async {
        var epoch = first
        while !isOver {
            do {
                try await runSender(epoch: epoch)
            } catch is LeadLost {
                noteLeadLost()
            } catch {
                log.error("the outbox cannot be written", metadata: metadata(of: error))
                guard let next = await recover(from: epoch) else { return }
                epoch = next
            }
        }
    }

    /// Does what the sender says until this process stops leading, or there is nothing to do for now.
    func runSender(epoch: Int64, untilIdle: Bool = false) async throws {
        var sender = Sender(figures: outbox.figures)
        sender.peopleWait = attendance.isAnybodyWaiting
        var effects = sender.handle(.woke, now: clock.now(), steady: clock.steady())
        var told: Sender.Obstacle?
        let patience = clock.now() + Self.patience
        while !isOver, !effects.isEmpty {
            let effect = effects.removeFirst()
            if untilIdle, case .sleep(let until) = effect, !isWorth(until, sender.obstacle, by: patience) {
                return
            }
            guard let event = try await perform(effect, for: sender.wanted, epoch: epoch) else { continue }
            sender.peopleWait = attendance.isAnybodyWaiting
            effects += sender.handle(event, now: clock.now(), steady: clock.steady())
            if sender.obstacle != told { try tell(sender.obstacle) }
            told = sender.obstacle
        }
        for case .post(let batch) in effects { try outbox.recall(batch, now: clock.now()) }
    }

    /// For so long, in milliseconds, even a command that only reads waits for the next call to be allowed: a
    /// pass alone may use up those of a second.
    private static let patience: Int64 = 10_000

    private func isWorth(_ until: Int64?, _ obstacle: Sender.Obstacle?, by patience: Int64) -> Bool {
        guard case .throttled = obstacle, let until else { return false }
        return until <= patience
    }

    private func noteLeadLost() {
        log.warning("another process leads", metadata: ["store": "\(store.name)"])
        wishes.withLock { $0.hasLostLead = true }
        syncBell.ring()
        buyerBell.ring()
    }

    /// The cache cannot be written: nothing leaves until it can. What was on the wire then, and may have
    /// been answered since, is unknown, as after a take-over.
    private func recover(from epoch: Int64) async -> Int64? {
        while !isOver {
            await rest(until: clock.now() + outbox.figures.backOffMax, senderBell)
            do {
                let current = try cache.read { try $0.epoch(of: store.id) }
                if current != epoch {
                    noteLeadLost()
                    return nil
                }
                return try outbox.takeOver(now: clock.now())
            } catch { continue }
        }
        return nil
    }

    /// - Parameter wanted: the purchases that are being read.
    private func perform(
        _ effect: Sender.Effect, for wanted: Set<PurchaseID>, epoch: Int64
    ) async throws -> Sender.Event? {
        switch try outbox.perform(effect, epoch: epoch, now: clock.now()) {
        case .event(let event): return event
        case .page(let request): return try await read(request, for: wanted)
        case .post(let batch): return .recorded(try await post(batch))
        case .nothing: return nil
        case .sleep(let until):
            await rest(until: until, senderBell)
            return wishes.withLock { wishes in
                defer { wishes.tryAgain = false }
                return wishes.tryAgain ? .tryAgain : .woke
            }
        }
    }

    private func read(
        _ request: PurchasesRequest, for wanted: Set<PurchaseID>
    ) async throws -> Sender.Event {
        let began = clock.now()
        let answer = await channel.look(request, for: wanted)
        if let failure = answer.failure {
            log.warning("a read failed", metadata: metadata(of: failure, answer.sign))
        }
        let event = try outbox.took(answer, began: began, now: clock.now())
        guard channel.looksAtEach, case .read(var page) = event else { return event }
        // Each was looked at: there is no next page that could show what this did not.
        page.isEnd = true
        return .read(page)
    }

    private func post(_ batch: Batch) async throws -> StoreVerdict {
        wishes.withLock { $0.batch = batch }
        // Until the answer is written down, too: whoever stops us finds the marks settled or gives them up.
        defer { wishes.withLock { $0.batch = nil } }
        let answer = await channel.fulfill(batch)
        if let failure = answer.failure {
            var metadata = metadata(of: failure, answer.sign)
            metadata["request"] = "\(batch.request)"
            log.warning("a request failed", metadata: metadata)
        }
        defer { if channel.marksLeave { lookSoon() } }
        return try outbox.record(batch, answer, now: clock.now())
    }

    /// Another box may have sent the same at the same time: then both people are told by the next pass. What
    /// stays on this box meets nobody.
    private func lookSoon() {
        wishes.withLock { $0.passAfterSending = clock.now() + syncer.book.schedule.afterSending * 1_000 }
        syncBell.ring()
    }

    private func tell(_ obstacle: Sender.Obstacle?) throws {
        try note { facts in
            switch obstacle {
            case .paused(let words, _): facts.pausedWhy = words
            case .throttled, .unreachable, nil: facts.pausedWhy = nil
            }
            facts.phase = obstacle.map(\.phase) ?? (facts.phase?.isObstacle == true ? nil : facts.phase)
        }
    }
}
