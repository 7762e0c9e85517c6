import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// One request on its way: remembers how far it came, so that a failure can be told for what it is.
final class HTTPExchange: HTTPClientResponseDelegate {
    private struct Progress {
        var hasLeft = false
        var head: HTTPHead?
        var body = Data()
    }

    private let progress = Mutex(Progress())
    private let bodyLimit: Int

    init(bodyLimit: Int) { self.bodyLimit = bodyLimit }

    /// Called as soon as the head was handed to the connection, whether or not its bytes are out yet.
    func didSendRequestHead(task: HTTPClient.Task<HTTPAnswer>, _ head: HTTPRequestHead) {
        progress.withLock { $0.hasLeft = true }
    }

    func didReceiveHead(task: HTTPClient.Task<HTTPAnswer>, _ head: HTTPResponseHead) -> EventLoopFuture<Void>
    {
        let headers = head.headers.map { HTTPHeader($0.name, $0.value) }
        let length = head.headers.first(name: "Content-Length").flatMap { Int($0) } ?? 0
        progress.withLock { progress in
            progress.head = HTTPHead(status: Int(head.status.code), headers: headers)
            progress.body.reserveCapacity(min(max(length, 0), bodyLimit))
        }
        return task.eventLoop.makeSucceededVoidFuture()
    }

    func didReceiveBodyPart(task: HTTPClient.Task<HTTPAnswer>, _ buffer: ByteBuffer) -> EventLoopFuture<Void>
    {
        let fits = progress.withLock { progress in
            progress.body.append(contentsOf: buffer.readableBytesView)
            return progress.body.count <= bodyLimit
        }
        return fits
            ? task.eventLoop.makeSucceededVoidFuture() : task.eventLoop.makeFailedFuture(BodyTooLarge())
    }

    func didFinishRequest(task: HTTPClient.Task<HTTPAnswer>) throws -> HTTPAnswer {
        try progress.withLock { progress in
            guard let head = progress.head else { throw HTTPClientError.remoteConnectionClosed }
            return HTTPAnswer(head: head, body: progress.body)
        }
    }

    func fault(_ error: any Error) -> HTTPFault {
        progress.withLock { progress in
            guard progress.hasLeft else { return .nothingLeft(HTTPExchange.reaching(error)) }
            return .lost(HTTPExchange.waiting(error), head: progress.head)
        }
    }

    // Words of our own: the errors' texts name addresses and ports, and some hold the whole URL.

    private static func reaching(_ error: any Error) -> String {
        if error is NIOConnectionError || error is IOError { return "The server cannot be reached." }
        return switch error as? HTTPClientError {
        case .connectTimeout, .deadlineExceeded, .getConnectionFromPoolTimeout, .tlsHandshakeTimeout:
            "The server cannot be reached: no connection in time."
        case .cancelled: "Given up before it was sent."
        case .invalidURL, .emptyHost, .emptyScheme: "base_url is no address of a server."
        default: "The server was reached, but no connection came about (TLS)."
        }
    }

    private static func waiting(_ error: any Error) -> String {
        if error is BodyTooLarge { return "The answer is too large." }
        return switch error as? HTTPClientError {
        case .deadlineExceeded, .readTimeout: "No answer came in time."
        case .cancelled: "Given up before the answer came."
        default: "The connection broke off before the whole answer came."
        }
    }
}

private struct BodyTooLarge: Error {}
