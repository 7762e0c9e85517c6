import Glibc
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

extension Simulator {
    /// Serves until the task is cancelled.
    ///
    /// - Parameter onListening: called once, with the port taken.
    package func run(onListening: @escaping @Sendable (Int) -> Void) async throws {
        var logger = Logger(label: "simulator")
        logger.logLevel = .critical
        let responder = router().buildResponder()
        let quiet = logger
        let channel = HTTP1Channel { [clock] request, writer, channel in
            let context = BasicRequestContext(source: .init(channel: channel, logger: quiet))
            do {
                var response = try await responder.respond(to: request, context: context)
                response.headers[.date] = HTTPDate.text(clock.now)
                try await writer.write(response: response.head, body: response.body)
            } catch Disruption.reset {
                try await Self.reset(channel)
                throw Disruption.reset
            }
        }
        let server = Server(
            childChannelSetup: channel,
            configuration: ServerConfiguration(address: .hostname("127.0.0.1", port: options.port)),
            onServerRunning: { onListening($0.localAddress?.port ?? 0) },
            eventLoopGroup: EventLoopGroupProvider.singleton.eventLoopGroup, logger: logger)
        try await server.run()
    }

    /// Closing a socket that lingers for no time sends a reset instead of an end.
    private static func reset(_ channel: any Channel) async throws {
        guard let socket = channel as? any SocketOptionProvider else { return }
        try await socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
        try await channel.close()
    }
}
