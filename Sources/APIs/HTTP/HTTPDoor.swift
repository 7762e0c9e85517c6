/// The way out: every request of every client leaves through one of these.
///
/// A struct of one closure, so that a simulation can stand in for the network. Whoever makes one promises:
/// a call is sent at most once, redirects are not followed, and ``HTTPFault/nothingLeft(_:)`` is thrown
/// only where the server cannot have seen the request.
package struct HTTPDoor: Sendable {
    package var send: @Sendable (HTTPCall) async throws(HTTPFault) -> HTTPAnswer

    package init(send: @escaping @Sendable (HTTPCall) async throws(HTTPFault) -> HTTPAnswer) {
        self.send = send
    }
}
