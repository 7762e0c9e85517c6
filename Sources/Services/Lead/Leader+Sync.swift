import APIs
import Cache
import Logging
import Model
import Synchronization

extension Leader {
    /// Reads the list when it is due, and when somebody on this box asks.
    /// - Parameter onlyAsked: not when it is due.
    func sync(onlyAsked: Bool = false) async {
        var failures = 0
        if !onlyAsked { await learnNames() }
        while !isOver {
            var asked: AskedPass?
            do {
                asked = try cache.read { try $0.askedPass(of: store.id) }
                let isWanted = asked != nil || wishes.withLock { $0.pass } != nil
                let next = onlyAsked ? nil : try nextPass()
                if !isWanted, next ?? .max > clock.now() {
                    await rest(until: next, syncBell)
                    continue
                }
                let here = wishes.withLock { $0.takePass(dueBy: clock.now()) }
                if asked != nil { tryAgainToSend() }
                try await pass(here == .full ? .full : nil, for: asked)
                failures = 0
            } catch {
                failures += 1
                await bear(error, failures, asked)
            }
        }
    }

    /// One pass, which is everybody's who asked before it began.
    /// - Parameter kind: what is due where nil.
    func pass(_ kind: SyncPass.Kind?, for asked: AskedPass?) async throws {
        let due = asked?.isFull == true ? .full : try syncer.book.due(now: clock.now() / 1_000).kind
        try await syncer.run(kind ?? due)
        if let asked { try cache.write { try $0.setDone(asked, of: store.id) } }
    }

    /// Unix milliseconds.
    private func nextPass() throws -> Int64 {
        let due = try syncer.book.due(now: clock.now() / 1_000).at * 1_000
        return min(due, wishes.withLock { $0.passAfterSending } ?? .max)
    }

    private func bear(_ error: any Error, _ failures: Int, _ asked: AskedPass?) async {
        log.warning("a pass broke off", metadata: metadata(of: error))
        let figures = outbox.figures
        var wait = min(figures.backOffMaxInBackground, figures.backOffStart << Int64(min(16, failures - 1)))
        var phase: StoreHealth.Phase?
        if let failure = (error as? SyncFailure)?.failure {
            let until = (clock.now() + wait) / 1_000
            switch failure {
            case .refused(let words):
                wait = figures.pauseProbe
                phase = .paused(why: words)
            case .throttled(let seconds, _):
                wait = seconds.map { Int64($0) * 1_000 } ?? wait
                phase = .throttled(until: (clock.now() + wait) / 1_000)
            default: phase = .offline(why: failure.words, retryAt: until)
            }
        }
        try? note { $0.phase = phase }
        if let asked { try? cache.write { try $0.setFailed(asked, of: store.id) } }
        var isThrottled = false
        if case .throttled = phase { isThrottled = true }
        await rest(until: clock.now() + wait, endsWhenAsked: !isThrottled, since: asked)
        try? note { if $0.phase == phase { $0.phase = nil } }
    }

    /// Whoever asks anew has it tried at once, but not where the store wants to be left alone. Other news
    /// does not shorten the rest.
    private func rest(until due: Int64, endsWhenAsked: Bool, since asked: AskedPass?) async {
        while !isOver, clock.now() < due {
            if endsWhenAsked {
                if wishes.withLock({ $0.pass }) != nil { return }
                let newest = (try? cache.read { try $0.askedPass(of: store.id) }) ?? asked
                if newest?.number ?? 0 > asked?.number ?? 0 { return }
            }
            await rest(until: due, syncBell)
        }
    }

    /// Names are a help, not a need: where the endpoint does not answer, ids are shown.
    func learnNames() async {
        guard let names = await channel.names(), !names.isEmpty else { return }
        try? cache.write { try $0.setNames(names, of: store.id) }
    }
}
