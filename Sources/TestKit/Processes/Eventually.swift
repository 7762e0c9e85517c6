/// Looks every 10 ms until the condition holds.
///
/// - Throws: ``NeverHappened`` after a minute: long enough for the busiest machine, and never waited for in
///   a test that passes.
package func eventually(_ what: String, _ condition: () async throws -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while try await !condition() {
        guard ContinuousClock.now < deadline else { throw NeverHappened(what: what) }
        try await Task.sleep(for: .milliseconds(10))
    }
}

package struct NeverHappened: Error, CustomStringConvertible {
    package var what: String
    package init(what: String) { self.what = what }
    package var description: String { "never happened: \(what)" }
}
