import APIs
import FoundationEssentials
import Glibc
import Synchronization
import TestKit
import Testing

@testable import Services

/// What several processes of one box know together of their calls; each stands here as slots of its own.
@Suite(.timeLimit(.minutes(2))) struct CallTallyTests {
    private let locks: TemporaryFolder
    private let store = FarStore()

    init() throws { locks = try TemporaryFolder("locks") }

    /// A server that counts, and answers what it is told to.
    private final class FarStore: Sendable {
        let calls = Mutex(0)
        let answer = Mutex(HTTPAnswer(head: HTTPHead(status: 200), body: Data("{\"event\": {}}".utf8)))

        var count: Int { calls.withLock { $0 } }

        func says(_ status: Int, retryAfter: String? = nil) {
            let headers = retryAfter.map { [HTTPHeader("Retry-After", $0)] } ?? []
            answer.withLock { $0.head = HTTPHead(status: status, headers: headers) }
        }

        var door: HTTPDoor {
            HTTPDoor { _ throws(HTTPFault) in
                self.calls.withLock { $0 += 1 }
                return self.answer.withLock { $0 }
            }
        }
    }

    private func door(folder: String? = nil) throws -> HTTPDoor {
        let data = try TemporaryFolder("data")
        return CallSlots(folder: folder ?? locks.path, dataDirectory: data.path, callTimeout: 20_000)
            .door(store.door)
    }

    private func orders(_ door: HTTPDoor, port: Int = 9) -> TixstockClient {
        TixstockClient(baseURL: "http://127.0.0.1:\(port)/v1", token: TixstockToken("token-1"), http: door)
    }

    private func purchases(_ door: HTTPDoor, event: String, port: Int = 9) -> TicketStoreClient {
        TicketStoreClient(
            baseURL: "http://127.0.0.1:\(port)/rest", ticketEventID: event,
            credentials: .key("key-1", secret: "secret-1"), registration: nil, http: door,
            gate: CallGate(limit: 2))
    }

    @Test func threeProcessesTogetherMakeNoMoreThan300Calls() async throws {
        let clients = try (0..<3).map { _ in orders(try door()) }
        await withTaskGroup(of: Void.self) { group in
            for client in clients {
                group.addTask { for _ in 0..<130 { _ = await client.order("1") } }
            }
        }
        #expect(store.count == 300)
        guard case .throttled(let seconds?, _) = await clients[0].order("1").failure else {
            Issue.record("the next one went")
            return
        }
        #expect((1...61).contains(seconds))
        // Another address has its own.
        _ = await orders(try door(), port: 10).order("1")
        #expect(store.count == 301)
    }

    @Test func passesOfOneProcessLeaveTheirShareToAllOthers() async throws {
        let (reader, tracker) = (orders(try door()), orders(try door()))
        for _ in 0..<200 { _ = await tracker.order("1") }
        #expect(reader.wait(leaving: 100) != nil)
        #expect(reader.wait(leaving: 99) == nil)
    }

    @Test func aPauseThatOneWasAskedForHoldsForAllAtThatHost() async throws {
        let (mine, yours) = (purchases(try door(), event: "1"), purchases(try door(), event: "2"))
        store.says(429, retryAfter: "30")
        _ = await mine.purchases(PurchasesRequest())
        #expect(store.count == 1)
        store.says(200)
        for client in [mine, yours] {
            guard case .throttled(let seconds?, let words) = await client.storeInfo().failure else {
                Issue.record("it went")
                continue
            }
            #expect((29...30).contains(seconds) && words.contains("asked for a pause"))
        }
        #expect(store.count == 1)
        _ = await purchases(try door(), event: "1", port: 10).storeInfo()
        #expect(store.count == 2)
    }

    /// Whoever waited comes back at the same moment: only one finds out.
    @Test func afterAPauseOneCallFindsOutForAll() async throws {
        let clients = try (0..<6).map { purchases(try door(), event: "\($0)") }
        store.says(429, retryAfter: "1")
        _ = await clients[0].storeInfo()
        try await Task.sleep(for: .milliseconds(1_050))
        await withTaskGroup(of: Void.self) { group in
            for client in clients { group.addTask { _ = await client.storeInfo() } }
        }
        #expect(store.count == 2)
        store.says(200)
        try await Task.sleep(for: .milliseconds(1_050))
        for client in clients { _ = await client.storeInfo() }
        #expect(store.count == 8)
    }

    @Test func whereNoFileCanBeKeptAProcessCountsItsOwn() async throws {
        let slots = CallSlots(folder: "/dev/null", dataDirectory: "/dev/null", callTimeout: 20_000)
        let name = CallTallies.Name(baseURL: "http://own.example", stretch: 60)
        slots.tallies.change(name) { $0.made = [5] }
        #expect(slots.tallies.change(name) { $0.made } == [5])
        #expect(slots.tallies.change(.init(baseURL: "http://other.example", stretch: 60)) { $0.made } == [])
    }

    @Test func theFilesAreForEverybodyAndHoldNoSecret() async throws {
        _ = await orders(try door()).order("1")
        let text = try locks.read("shipdesk-127.0.0.1-9-calls-61.lock")
        #expect(text.hasPrefix("shipdesk calls 1 ") && !text.contains("token"))
        var status = stat()
        try #require(stat("\(locks.path)/shipdesk-127.0.0.1-9-calls-61.lock", &status) == 0)
        #expect(status.st_mode & 0o777 == 0o666)
    }
}

@Suite struct CallTallyFileTests {
    private let folder: TemporaryFolder
    private let file: CallTallyFile
    private static let full = CallTally(
        made: [1.5, 2.25, 1e6 / 3], closedUntil: 9.125, triedUntil: 8, vaguePauses: 3)

    init() throws {
        folder = try TemporaryFolder("locks")
        file = CallTallyFile(file: LockFile(directory: folder.path, name: "calls", isForEverybody: true))
    }

    private var kept: CallTally? {
        var kept: CallTally?
        return file.change { kept = $0 } ? kept : nil
    }

    @Test func whatIsWrittenIsReadByTheNext() {
        #expect(kept == CallTally())
        #expect(file.change { $0 = Self.full })
        #expect(kept == Self.full)
        // Shorter than before.
        #expect(file.change { $0 = CallTally(made: [1]) })
        #expect(kept == CallTally(made: [1]))
    }

    @Test func whatIsTornForeignOrOldIsEmpty() throws {
        let whole = Self.full.written
        let start = try #require(whole.split(separator: "\n").first)
        let spoilt = [
            String(whole.dropLast(3)), String(whole.prefix(40)), "", "4711 99\n", "\u{0}\u{0}",
            whole.replacing(start, with: start + "0"), whole.replacing("9.125 ", with: ""),
            whole.replacing(" 3\n", with: " -3\n"), String(repeating: "x", count: 100_000),
        ]
        for text in spoilt {
            try folder.write(text, to: "calls.lock")
            #expect(kept == CallTally(), "\(text.prefix(60))")
            #expect(file.change { $0.made = [4] })
            #expect(kept == CallTally(made: [4]))
        }
        try folder.write(whole.replacing("1.5 ", with: "nan inf "), to: "calls.lock")
        #expect(kept?.made == Array(Self.full.made.dropFirst()))
    }

    /// Times that nothing of ours can have are not kept, whoever wrote them.
    @Test func nobodyCanCloseAHostForLongerThanAnHour() {
        let far = CallTallies.steady() + 1e7
        #expect(file.change { $0 = CallTally(made: [far], closedUntil: far, triedUntil: far) })
        let tallies = CallTallies { _, change in _ = self.file.change(change) }
        #expect(CallBudget(limit: 1, seconds: 60, tallies: tallies).wait == nil)
    }

    @Test func itMayBeRemovedAtAnyTime() {
        #expect(file.change { $0 = Self.full })
        unlink("\(folder.path)/calls.lock")
        #expect(kept == CallTally())
    }

    /// One who holds it for long was stopped, and keeps nobody waiting.
    @Test func aHolderThatDoesNotLetGoIsPassedBy() throws {
        #expect(file.change { $0 = Self.full })
        let opened = open("\(folder.path)/calls.lock", O_RDWR)
        try #require(opened >= 0 && flock(opened, LOCK_EX) == 0)
        #expect(!file.change { $0.made = [] })
        close(opened)
        #expect(kept == Self.full)
    }

    @Test func manyAtOnceLoseNothing() async {
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<4 {
                group.addTask { [file] in
                    for step in 0..<50 {
                        while !file.change({ $0.made.append(Double(number * 50 + step)) }) {}
                    }
                }
            }
        }
        #expect(kept?.made.sorted() == (0..<200).map(Double.init))
    }
}
