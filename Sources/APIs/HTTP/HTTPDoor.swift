/// The way out: every request of every client leaves through one of these.
///
/// A struct of one closure, so that a simulation can stand in for the network. Whoever makes one promises:
/// a call is sent at most once, redirects are not followed, and ``HTTPFault/nothingLeft(_:)`` is thrown
/// only where the server cannot have seen the request.
package struct HTTPDoor: Sendable {
    package var send: @Sendable (HTTPCall) async throws(HTTPFault) -> HTTPAnswer
    /// What is known of the calls that went through here, and through doors that share it.
    package var tallies: CallTallies

    /// Waits for a call's turn among all that share the way out; what it returns gives the turn to the next.
    package var enter: Turn
    package typealias Turn = @Sendable (HTTPCall) async -> @Sendable () -> Void

    package init(
        tallies: CallTallies = .inMemory(), enter: @escaping Turn = { _ in {} },
        send: @escaping @Sendable (HTTPCall) async throws(HTTPFault) -> HTTPAnswer
    ) {
        self.tallies = tallies
        self.enter = enter
        self.send = send
    }
}
