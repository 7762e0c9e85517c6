import NIOCore
import NIOHTTP1
import NIOPosix

/// Waits on loopback for the browser to come back from the login page, and tells it what came of that.
///
/// Bound to 127.0.0.1: nobody else on the network can reach it. Whoever on this machine can knocks without
/// the login's state, and is turned away.
package struct OAuthListener: Sendable {
    private let channel: any Channel

    /// The port that was taken.
    package var port: Int { channel.localAddress?.port ?? 0 }

    /// - Parameters:
    ///   - port: 0 takes a free one.
    ///   - state: of the login that was begun.
    ///   - came: gets what came back, as often as something does.
    /// - Returns: nil where the port cannot be had.
    package static func open(
        port: Int, state: String, came: @escaping @Sendable (OAuthReturn) -> Void
    ) async -> OAuthListener? {
        let bootstrap = ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(ReturnHandler(state: state, came: came))
                }
            }
        guard let channel = try? await bootstrap.bind(host: "127.0.0.1", port: port).get() else { return nil }
        return OAuthListener(channel: channel)
    }

    package func close() async { try? await channel.close() }
}

/// One request to a connection, one sentence back.
private final class ReturnHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let state: String
    private let came: @Sendable (OAuthReturn) -> Void
    private var head: HTTPRequestHead?

    init(state: String, came: @escaping @Sendable (OAuthReturn) -> Void) {
        self.state = state
        self.came = came
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body: break
        case .end:
            let back = self.back
            // The browser is told first: the process may end with what it is told next.
            answer(back, context)
            if let back { came(back) }
        }
    }

    /// Nil for what no login sends: a page's icon, a scan of ports.
    private var back: OAuthReturn? {
        guard let head, head.method == .GET, head.uri.contains("?"), head.uri.contains("=") else {
            return nil
        }
        return OAuthReturn(head.uri, state: state)
    }

    private func answer(_ back: OAuthReturn?, _ context: ChannelHandlerContext) {
        let (status, sentence): (HTTPResponseStatus, String) =
            switch back {
            case .code: (.ok, "That was all: close this page and go back to shipdesk.")
            case .refused: (.ok, "The login was not granted. Go back to shipdesk.")
            case .foreign:
                (.badRequest, "This belongs to another login. Open the address that shipdesk shows.")
            case .nothing, nil: (.notFound, "There is nothing here.")
            }
        let body = ByteBuffer(string: sentence + "\n")
        let headers: HTTPHeaders = [
            "Content-Type": "text/plain; charset=utf-8", "Content-Length": "\(body.readableBytes)",
            "Connection": "close", "Cache-Control": "no-store", "Referrer-Policy": "no-referrer",
        ]
        context.write(
            wrapOutboundOut(.head(.init(version: .http1_1, status: status, headers: headers))), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        let context = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.value.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
            context.value.close(promise: nil)
        }
    }
}
