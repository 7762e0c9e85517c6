/// Lets a limited number of calls through at a time, in the order in which they came.
package actor CallGate {
    /// RunSignup allows two calls at once, whatever the store.
    package static let runSignup = CallGate(limit: 2)

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    package init(limit: Int) { free = limit }

    package nonisolated func through<Value: Sendable>(_ call: @Sendable () async -> Value) async -> Value {
        await enter()
        let value = await call()
        await leave()
        return value
    }

    private func enter() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func leave() {
        if waiting.isEmpty {
            free += 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
