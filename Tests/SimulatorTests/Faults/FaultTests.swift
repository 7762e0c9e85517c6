import Model
import NIOHTTP1
import Simulator
import Testing

/// Each fault does what its name says, over real HTTP, with and without the effect.
@Suite(.timeLimit(.minutes(1))) struct FaultTests {
    private static let order = Form.request(Form.line(1018), Form.line(1019), Form.line(1020))
    private static let options = SimulatorOptions(purchases: 20)

    /// What came of one fulfillment of three purchases under a fault, and how many entries it wrote.
    private func fulfil(
        under fault: Fault, _ moment: FaultMoment = .beforeEffect,
        then check: (Simulator) async throws -> Void = { _ in }
    ) async throws -> (reply: StoreClient.Reply?, written: Int) {
        try await withSimulator(Self.options) { baseURL, simulator in
            simulator.faults.add(fault, moment, on: .fulfillment)
            let client = StoreClient(baseURL: baseURL)
            let reply = try? await client.fulfill(Self.order)
            let written = simulator.store.written.count
            #expect(simulator.faults.struck.count == 1)
            try await check(simulator)
            // The next call goes well: the fault is spent and the server stands.
            let next = try await client.get(StoreClient.purchases)
            #expect(next.status == 200)
            return (reply, written)
        }
    }

    @Test(arguments: [Fault.close, .reset, .hang(milliseconds: 1), .cutOff(bytes: nil), .cutOff(bytes: 0)])
    func `a lost connection brings no answer, whether the effect came or not`(_ fault: Fault) async throws {
        let before = try await fulfil(under: fault, .beforeEffect)
        #expect(before.reply == nil)
        #expect(before.written == 0)
        let after = try await fulfil(under: fault, .afterEffect)
        #expect(after.reply == nil)
        #expect(after.written == 3)
    }

    @Test(arguments: [
        (Fault.html(status: 200), 200, "<html>"), (.html(status: 502), 502, "502 Bad Gateway"),
        (.serverError, 500, "\"details\":{}"), (.tooMany(retryAfter: nil), 429, "Too many"),
        (.storeError(code: 14, status: 200), 200, "\"error_code\":14"),
        (.storeError(code: 5, status: 200), 200, "Database error"), (.redirect, 302, ""),
        (.missingArray, 200, "{}"),
    ])
    func `a wrong answer comes in the place of the right one`(
        _ fault: Fault, _ status: Int, _ text: String
    ) async throws {
        for (moment, effect) in [(FaultMoment.beforeEffect, 0), (.afterEffect, 3)] {
            let outcome = try await fulfil(under: fault, moment)
            #expect(outcome.reply?.status == status)
            #expect(text.isEmpty || outcome.reply?.text.contains(text) == true)
            #expect(outcome.written == effect)
        }
    }

    @Test func `a throttled client is told how long to wait where the fault says so`() async throws {
        let told = try await fulfil(under: .tooMany(retryAfter: 7))
        #expect(told.reply?.headers.first(name: "Retry-After") == "7")
        let untold = try await fulfil(under: .tooMany(retryAfter: nil))
        #expect(untold.reply?.headers.first(name: "Retry-After") == nil)
    }

    @Test func `a refused purchase refuses the whole request and is named`() async throws {
        let outcome = try await fulfil(under: .refusePurchase(at: 1))
        #expect(outcome.reply?.status == 400)
        #expect(outcome.reply?.text.contains("1019") == true)
        #expect(outcome.written == 0)
    }

    @Test func `a half applied request writes its first purchases and says 500`() async throws {
        let outcome = try await fulfil(under: .halfApplied(purchases: 2)) { simulator in
            #expect(simulator.store.written.map(\.purchase) == [1018, 1019])
        }
        #expect(outcome.reply?.status == 500)
    }

    @Test func `a late effect lands when it is told to, after the answer was lost`() async throws {
        let outcome = try await fulfil(under: .late(milliseconds: nil)) { simulator in
            #expect(simulator.faults.lateCount == 1)
            simulator.faults.landLate()
            #expect(simulator.store.written.count == 3)
            #expect(simulator.faults.lateCount == 0)
        }
        #expect(outcome.reply == nil)
        #expect(outcome.written == 0)
    }

    @Test func `a late effect lands by itself when its time has come`() async throws {
        _ = try await fulfil(under: .late(milliseconds: 5)) { simulator in
            while simulator.store.written.isEmpty { await Task.yield() }
            #expect(simulator.store.written.count == 3)
        }
    }

    @Test func `stale reads do not list what was confirmed, the ledger does`() async throws {
        try await withSimulator(Self.options) { baseURL, simulator in
            simulator.faults.add(.staleReads(milliseconds: nil), on: .fulfillment)
            let client = StoreClient(baseURL: baseURL)
            let answer = try await client.fulfill(Form.request(Form.line(1020, tracking: "LATE1")))
            #expect(answer.status == 200)
            let query = StoreClient.keys + StoreClient.everything
            let stale = try await client.get(StoreClient.purchases, query)
            #expect(!stale.text.contains("LATE1"))
            #expect(simulator.store.ledger(1020, item: 1).last?.tracking == "LATE1")
            simulator.store.revealEntries()
            let fresh = try await client.get(StoreClient.purchases, query)
            #expect(fresh.text.contains("LATE1"))
        }
    }

    @Test func `a spoilt row spoils no other`() async throws {
        try await withSimulator(Self.options) { baseURL, simulator in
            simulator.faults.add(.spoiltRow(at: 2), on: .purchases)
            let text = try await StoreClient(baseURL: baseURL).get(StoreClient.purchases).text
            #expect(text.components(of: "\"store_purchase_ts\":{") == 1)
            #expect(text.components(of: "\"store_purchase_ts\":1") == 19)
        }
    }

    @Test func `a client that hangs up on a silent server leaves it standing`() async throws {
        try await withSimulator(Self.options) { baseURL, simulator in
            simulator.faults.add(.hang(milliseconds: nil), on: .purchases)
            let client = StoreClient(baseURL: baseURL)
            let lost = Task { try await client.get(StoreClient.purchases) }
            while simulator.recorder.total == 0 { await Task.yield() }
            lost.cancel()
            let outcome = await lost.result
            #expect(throws: (any Error).self) { try outcome.get() }
            let next = try await client.get(StoreClient.purchases)
            #expect(next.status == 200)
        }
    }
}
