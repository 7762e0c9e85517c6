import APIs
import Cache
import Logging
import Model
import Synchronization

extension Leader {
    func sync() async {
        var failures = 0
        await learnNames()
        while !isOver {
            do {
                let wish = wishes.withLock { wishes in
                    defer { wishes.pass = nil }
                    return wishes.pass
                }
                let due = try syncer.book.due(now: clock.now() / 1_000)
                let next = min(due.at * 1_000, wishes.withLock { $0.passAfterSending } ?? .max)
                if wish == nil, next > clock.now() {
                    await rest(until: next, syncBell)
                    continue
                }
                wishes.withLock { $0.forgetPassAfterSending(dueBy: clock.now()) }
                try await syncer.run(wish ?? due.kind)
                failures = 0
            } catch {
                failures += 1
                await bear(error, failures)
            }
        }
    }

    private func bear(_ error: any Error, _ failures: Int) async {
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
        await rest(until: clock.now() + wait, syncBell)
        try? note { if $0.phase == phase { $0.phase = nil } }
    }

    /// Names are a help, not a need: where the endpoint does not answer, ids are shown.
    func learnNames() async {
        guard let names = await channel.names(), !names.isEmpty else { return }
        try? cache.write { try $0.setNames(names, of: store.id) }
    }
}
