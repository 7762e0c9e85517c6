import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1

/// The network behind an ``HTTPDoor``: HTTP/1.1, no redirects, no second attempts.
///
/// Two things are arranged for requests that change something:
/// - Each has a connection of its own. On a kept connection that the server has just given up, a request
///   may or may not have arrived; a fresh one cannot be stale.
/// - All work of a client happens on one event loop, so that "the head was handed to the connection" is
///   known for certain when a call fails, also when its time runs out at that very moment.
package final class Network: Sendable {
    package struct Limits: Sendable {
        /// For a whole call, from looking up the host to the last byte of the answer.
        package var call: Duration = .seconds(20)
        /// For reaching the server, TLS included; never more than for the whole call.
        package var connect: Duration = .seconds(10)
        /// The largest body of an answer that is read; in bytes.
        package var body = 64 << 20
        package init() {}
    }

    private let limits: Limits
    private let userAgent: String
    private let reads: HTTPClient
    private let writes: HTTPClient

    /// - Parameter userAgent: `shipdesk/1.0`.
    package init(userAgent: String, limits: Limits = Limits()) {
        self.limits = limits
        self.userAgent = userAgent
        let loop = HTTPClient.defaultEventLoopGroup.next()
        reads = HTTPClient(eventLoopGroup: loop, configuration: limits.configuration(freshConnections: false))
        writes = HTTPClient(eventLoopGroup: loop, configuration: limits.configuration(freshConnections: true))
    }

    package var door: HTTPDoor {
        HTTPDoor { call throws(HTTPFault) in try await self.send(call) }
    }

    /// Must be called before the last reference goes; a process that ends need not.
    package func shutDown() async {
        try? await reads.shutdown()
        try? await writes.shutdown()
    }

    private func send(_ call: HTTPCall) async throws(HTTPFault) -> HTTPAnswer {
        let exchange = HTTPExchange(bodyLimit: limits.body)
        do {
            let client = call.verb.changesSomething ? writes : reads
            let request = try request(call)
            let task = client.execute(
                request: request, delegate: exchange, deadline: .now() + TimeAmount(limits.call))
            return try await withTaskCancellationHandler(operation: task.get) { task.cancel() }
        } catch {
            throw exchange.fault(error)
        }
    }

    private func request(_ call: HTTPCall) throws -> HTTPClient.Request {
        let headers = [("User-Agent", userAgent), ("Accept", "application/json")]
        return try HTTPClient.Request(
            url: call.url, method: HTTPMethod(rawValue: call.verb.rawValue),
            headers: HTTPHeaders(headers + call.headers.map { ($0.name, $0.value) }),
            body: call.body.map { .bytes($0) })
    }
}

extension Network.Limits {
    fileprivate func configuration(freshConnections: Bool) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow, timeout: .init(connect: TimeAmount(min(connect, call))))
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.idleTimeout = .seconds(20)
        configuration.maximumUsesPerConnection = freshConnections ? 1 : nil
        return configuration
    }
}
