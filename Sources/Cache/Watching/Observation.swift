/// Keeps an observer called; letting go of it, or ``cancel()``, ends that.
package final class Observation: Sendable {
    private let end: @Sendable () -> Void

    init(end: @escaping @Sendable () -> Void) { self.end = end }
    deinit { end() }

    package func cancel() { end() }
}
