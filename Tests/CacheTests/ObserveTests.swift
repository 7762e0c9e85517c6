import Cache
import Model
import Synchronization
import Testing

@Suite("Observing", .timeLimit(.minutes(1)))
struct ObserveTests {
    @Test func ourOwnCommitsAreToldWithWhatTheyTouched() throws {
        let here = try TemporaryCache()
        let seen = Seen()
        let observation = here.cache.observe { seen.add($0) }
        try here.save(.sample(1))
        try here.cache.write { _ = try $0.raiseEpoch(of: here.id) }
        try here.cache.write { _ in }
        #expect(
            seen.all.filter(\.isOurs) == [
                Change(subjects: .purchases, isOurs: true), Change(subjects: .stores, isOurs: true),
            ])
        observation.cancel()
        try here.save(.sample(2))
        #expect(seen.all.filter(\.isOurs).count == 2)
    }

    @Test func aTransactionThatFailedIsNotTold() throws {
        struct Stop: Error {}
        let here = try TemporaryCache()
        let seen = Seen()
        let observation = here.cache.observe { seen.add($0) }
        #expect(throws: Stop.self) {
            try here.cache.write {
                try $0.save([.sample(1)], in: here.id, readBegan: 1)
                throw Stop()
            }
        }
        #expect(seen.all.isEmpty)
        observation.cancel()
    }

    @Test func commitsOfOthersAreToldOnceTheyCanBeRead() async throws {
        let here = try TemporaryCache()
        let other = try Cache(directory: here.folder.path)
        let (id, cache) = (here.id, here.cache)
        for round in 1...20 {
            let (news, told) = AsyncStream<Int64>.makeStream()
            let observation = cache.observe { change in
                guard !change.isOurs, let epoch = try? cache.read({ try $0.epoch(of: id) }) else { return }
                told.yield(epoch)
            }
            try other.write { _ = try $0.raiseEpoch(of: id) }
            for await epoch in news where epoch == round { break }
            observation.cancel()
        }
    }
}

private final class Seen: Sendable {
    private let changes = Mutex<[Change]>([])
    func add(_ change: Change) { changes.withLock { $0.append(change) } }
    var all: [Change] { changes.withLock(\.self) }
}
