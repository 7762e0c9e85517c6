import Testing

@testable import Simulator

/// When faults strike.
@Suite struct FaultPlanTests {
    private func strikes(_ plan: FaultPlan, calls: Int, to endpoint: Endpoint = .purchases) -> [Bool] {
        (0..<calls).map { _ in plan.draw(for: endpoint) != nil }
    }

    @Test func `the next two calls, and no more`() {
        let plan = FaultPlan(seed: 1)
        plan.add(.close, .beforeEffect, .next(2))
        #expect(strikes(plan, calls: 4) == [true, true, false, false])
    }

    @Test func `the third call, and no other`() {
        let plan = FaultPlan(seed: 1)
        plan.add(.close, .beforeEffect, .nth(3))
        #expect(strikes(plan, calls: 5) == [false, false, true, false, false])
    }

    @Test func `every call until cleared`() {
        let plan = FaultPlan(seed: 1)
        plan.add(.close, .beforeEffect, .always)
        #expect(strikes(plan, calls: 3) == [true, true, true])
        plan.clear()
        #expect(strikes(plan, calls: 2) == [false, false])
    }

    @Test func `a share of the calls, the same share under the same seed`() {
        let first = FaultPlan(seed: 5), second = FaultPlan(seed: 5)
        for plan in [first, second] { plan.add(.close, .beforeEffect, .permille(300)) }
        let struck = strikes(first, calls: 1000)
        #expect((220...380).contains(struck.count { $0 }))
        #expect(struck == strikes(second, calls: 1000))
    }

    @Test func `only the endpoint that was named`() {
        let plan = FaultPlan(seed: 1)
        plan.add(.close, .beforeEffect, on: .fulfillment, .next(1))
        #expect(strikes(plan, calls: 2, to: .purchases) == [false, false])
        #expect(strikes(plan, calls: 2, to: .fulfillment) == [true, false])
    }
}
