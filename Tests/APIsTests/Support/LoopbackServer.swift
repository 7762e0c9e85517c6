import NIOCore
import NIOPosix
import Synchronization

/// A server of bytes on loopback, for what a well-behaved one never does.
final class LoopbackServer: Sendable {
    enum Reply: Sendable {
        /// These bytes; the connection stays open.
        case bytes(String)
        /// These bytes, then the end.
        case bytesAndClose(String)
        /// These bytes before anything was asked, then the end.
        case greeting(String)
        /// Nothing, ever.
        case silence

        static func answer(_ status: String, headers: String = "", body: String) -> Reply {
            .bytes("HTTP/1.1 \(status)\r\n\(headers)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
        }
    }

    private let channel: any Channel
    private let log: RequestLog

    var port: Int { channel.localAddress?.port ?? 0 }
    var baseURL: String { "http://127.0.0.1:\(port)/rest" }
    /// Whole requests, head and body, in the order in which they came.
    var requests: [String] { log.entries.withLock { $0.requests } }
    var connections: Int { log.entries.withLock { $0.connections } }

    /// Runs `body` beside a server that gives everybody the same reply.
    static func with<Value>(
        _ reply: Reply, _ body: (LoopbackServer) async throws -> Value
    ) async throws -> Value {
        let server = try await LoopbackServer(reply)
        let result: Result<Value, any Error>
        do {
            result = .success(try await body(server))
        } catch {
            result = .failure(error)
        }
        try await server.channel.close()
        return try result.get()
    }

    private init(_ reply: Reply) async throws {
        let log = RequestLog()
        self.log = log
        channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ReplyHandler(reply: reply, log: log))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }

    /// A port of loopback on which nobody listens.
    static func deadPort() async throws -> Int { try await with(.silence) { $0.port } }
}

private final class RequestLog: Sendable {
    struct Entries {
        var requests: [String] = []
        var connections = 0
    }
    let entries = Mutex(Entries())
}

/// Collects one request at a time, by its Content-Length, and gives the reply.
private final class ReplyHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let reply: LoopbackServer.Reply
    private let log: RequestLog
    private var received = ""

    init(reply: LoopbackServer.Reply, log: RequestLog) {
        self.reply = reply
        self.log = log
    }

    func channelActive(context: ChannelHandlerContext) {
        log.entries.withLock { $0.connections += 1 }
        if case .greeting(let bytes) = reply { writeAndClose(bytes, context) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += String(buffer: unwrapInboundIn(data))
        guard isWhole else { return }
        log.entries.withLock { [received] in $0.requests.append(received) }
        received = ""
        switch reply {
        case .silence, .greeting: break
        case .bytes(let bytes):
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: bytes)), promise: nil)
        case .bytesAndClose(let bytes):
            writeAndClose(bytes, context)
        }
    }

    private func writeAndClose(_ bytes: String, _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: bytes)), promise: nil)
        context.close(promise: nil)
    }

    private var isWhole: Bool {
        guard let end = received.firstRange(of: "\r\n\r\n") else { return false }
        let lengths = received[..<end.lowerBound].split(separator: "\r\n")
            .filter { $0.lowercased().hasPrefix("content-length:") }
        let length = lengths.first.flatMap { Int($0.dropFirst(15).drop { $0 == " " }) } ?? 0
        return received[end.upperBound...].utf8.count >= length
    }
}
