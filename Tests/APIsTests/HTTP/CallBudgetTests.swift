import APIs
import Synchronization
import Testing

@Suite struct CallBudgetTests {
    private let time = Time()

    final class Time: Sendable {
        let now = Mutex(1_000.0)
        var clock: CallBudget.Clock { { self.now.withLock { $0 } } }
        func pass(_ seconds: Double) { now.withLock { $0 += seconds } }
    }

    @Test func soManyCallsGoAndTheNextIsToldHowLongToWait() async {
        let door = ScriptedDoor(body: "{}")
        let client = door.tixstock(budget: CallBudget(limit: 3, seconds: 60, clock: time.clock))
        for _ in 1...3 {
            _ = await client.order("1")
            time.pass(1)
        }
        guard case .throttled(57, let words) = await client.order("1").failure else {
            Issue.record("the fourth went")
            return
        }
        #expect(!words.isEmpty)
        #expect(door.calls.count == 3)
    }

    @Test func aCallMayGoAsSoonAsTheOldestOfTheStretchIsPast() async {
        let budget = CallBudget(limit: 2, seconds: 60, clock: time.clock)
        let client = ScriptedDoor(body: "{}").tixstock(budget: budget)
        _ = await client.order("1")
        time.pass(30)
        _ = await client.order("1")
        #expect(budget.wait == 30)
        time.pass(29.5)
        #expect(budget.wait == 1)
        time.pass(0.5)
        #expect(budget.wait == nil)
        _ = await client.order("1")
        #expect(budget.wait == 30)
    }

    @Test(arguments: [(nil, 60), ("7", 7)] as [(String?, Int)])
    func aServerThatSaysTooFastIsLeftAloneForAsLong(told: String?, wait: Int) async {
        let budget = CallBudget(limit: 300, seconds: 60, clock: time.clock)
        let headers = told.map { [HTTPHeader("Retry-After", $0)] } ?? []
        let door = ScriptedDoor(status: 429, headers: headers, body: "")
        let client = door.tixstock(budget: budget)
        guard case .throttled(wait, _) = await client.order("1").failure else {
            Issue.record("not throttled")
            return
        }
        #expect(budget.wait == wait)
        _ = await client.order("1")
        #expect(door.calls.count == 1)
        time.pass(Double(wait))
        _ = await client.order("1")
        #expect(door.calls.count == 2)
    }

    /// The first call after a pause finds out for the others, which wait a second for it.
    @Test func afterAPauseOneCallGoesFirst() async {
        let tallies = CallTallies.inMemory()
        let budget = CallBudget(limit: 300, seconds: 60, clock: time.clock, tallies: tallies)
        _ = await ScriptedDoor(status: 429, body: "").tixstock(budget: budget).order("1")
        time.pass(60)
        let waits = Mutex<[Int?]>([])
        let slow = HTTPDoor { _ throws(HTTPFault) in
            waits.withLock { $0.append(budget.wait) }
            throw .lost("Silence", head: nil)
        }
        let client = TixstockClient(
            baseURL: "", token: TixstockToken("token-1"), http: slow, budget: budget, lane: .inline)
        _ = await client.order("1")
        _ = await client.order("1")
        #expect(waits.withLock { $0 } == [1, nil])
        #expect(budget.wait == nil)
    }

    /// A first call that was lost with its process holds the others up for a moment only.
    @Test func aFirstCallThatNeverEndsIsNotWaitedForForever() async {
        let budget = CallBudget(limit: 300, seconds: 60, clock: time.clock)
        _ = await ScriptedDoor(status: 429, body: "").tixstock(budget: budget).order("1")
        time.pass(60)
        let waits = Mutex<[Int?]>([])
        let slow = HTTPDoor { _ throws(HTTPFault) in
            waits.withLock { $0.append(budget.wait) }
            self.time.pass(15)
            waits.withLock { $0.append(budget.wait) }
            throw .lost("Silence", head: nil)
        }
        _ = await TixstockClient(
            baseURL: "", token: TixstockToken("token-1"), http: slow, budget: budget, lane: .inline
        ).order("1")
        #expect(waits.withLock { $0 } == [1, nil])
    }

    /// Of a server that does not say how long, nor has a known stretch: longer each time, until it answers.
    @Test func pausesOfUnknownLengthGrow() async {
        let budget = CallBudget(pausesAt: "", clock: time.clock, tallies: .inMemory())
        let busy = ScriptedDoor(status: 429, body: "")
        var pauses: [Int?] = []
        for _ in 1...6 {
            let failure = await busy.tixstock(budget: budget).order("1").failure
            guard case .throttled(nil, _) = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            pauses.append(budget.wait)
            time.pass(10)
        }
        #expect(pauses == [1, 2, 4, 8, 10, 10])
        _ = await ScriptedDoor(body: "{}").tixstock(budget: budget).order("1")
        _ = await busy.tixstock(budget: budget).order("1")
        #expect(budget.wait == 1)
    }

    /// The figures may differ: both count what the other did.
    @Test func budgetsOverTheSameTallyCountTogether() async {
        let tallies = CallTallies.inMemory()
        let budgets = [3, 5].map { CallBudget(limit: $0, seconds: 60, clock: time.clock, tallies: tallies) }
        let door = ScriptedDoor(body: "{}")
        for _ in 1...4 { for budget in budgets { _ = await door.tixstock(budget: budget).order("1") } }
        #expect(door.calls.count == 5)
        #expect(budgets.map(\.wait) == [60, 60])
    }
}
