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
}
