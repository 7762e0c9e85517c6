import Synchronization

/// What goes wrong and when. Rules are asked in the order in which they were added; the first that strikes
/// takes the call.
package final class FaultPlan: Sendable {
    private struct State {
        var rules: [Standing] = []
        var chance: Chance
        var struck: [FaultRule] = []
        var late: [Int: @Sendable () -> Void] = [:]
        var nextLate = 0
    }

    private let state: Mutex<State>

    init(seed: UInt64) { state = Mutex(State(chance: Chance(seed: seed))) }

    package func add(_ rule: FaultRule) { state.withLock { $0.rules.append(Standing(rule: rule)) } }

    package func add(
        _ fault: Fault, _ moment: FaultMoment = .beforeEffect, on endpoint: Endpoint? = nil,
        _ occasion: FaultRule.Occasion = .next(1)
    ) {
        add(FaultRule(fault, moment, on: endpoint, occasion))
    }

    /// Takes away every rule. Effects that are still to land stay.
    package func clear() { state.withLock { $0.rules = [] } }

    /// Every rule that struck, in order, as often as it did.
    package var struck: [FaultRule] { state.withLock { $0.struck } }

    /// How many lost calls have still to take effect.
    package var lateCount: Int { state.withLock { $0.late.count } }

    /// Lets every lost call take effect now, in the order in which they came.
    package func landLate() {
        let effects = state.withLock { state in
            let late = state.late.sorted { $0.key < $1.key }.map(\.value)
            state.late = [:]
            return late
        }
        for effect in effects { effect() }
    }

    /// What strikes this call; nil where it goes well.
    func draw(for endpoint: Endpoint) -> FaultRule? {
        state.withLock { state in
            for place in state.rules.indices where state.rules[place].concerns(endpoint) {
                state.rules[place].calls += 1
                if state.rules[place].strikes(&state.chance) {
                    let rule = state.rules[place].rule
                    state.struck.append(rule)
                    state.rules.removeAll { $0.isSpent }
                    return rule
                }
            }
            return nil
        }
    }

    /// Keeps an effect until it lands by time or by ``landLate()``, whichever is first.
    func postpone(milliseconds: Int?, _ effect: @escaping @Sendable () -> Void) {
        let number = state.withLock { state in
            state.nextLate += 1
            state.late[state.nextLate] = effect
            return state.nextLate
        }
        guard let milliseconds else { return }
        Task {
            try? await Task.sleep(for: .milliseconds(milliseconds))
            self.state.withLock { $0.late.removeValue(forKey: number) }?()
        }
    }
}

/// A rule and how far it has come.
private struct Standing {
    var rule: FaultRule
    var calls = 0

    func concerns(_ endpoint: Endpoint) -> Bool {
        rule.endpoint.map { $0 == endpoint } ?? true
    }

    func strikes(_ chance: inout Chance) -> Bool {
        switch rule.occasion {
        case .next, .always: true
        case .nth(let number): calls == number
        case .permille(let share): chance.happens(permille: share)
        }
    }

    var isSpent: Bool {
        switch rule.occasion {
        case .next(let count): calls >= count
        case .nth(let number): calls >= number
        case .permille, .always: false
        }
    }
}
