import FoundationEssentials
import Hummingbird
import NIOCore

/// What a fault wants of the connection instead of an answer.
enum Disruption: Error {
    case close
    case reset
}

extension Simulator {
    private static let bodyLimit = 8 << 20

    /// The stores' own paths, and the control paths beside them.
    func router() -> Router<BasicRequestContext> {
        let router = Router()
        for endpoint in Endpoint.allCases {
            for verb in endpoint.verbs {
                router.on(RouterPath(endpoint.path), method: verb) { request, context in
                    let id = context.parameters.get("id").map { String($0) } ?? ""
                    return try await self.respond(to: request, at: endpoint, id: id)
                }
            }
        }
        ControlRoutes(simulator: self).add(to: router)
        return router
    }

    /// For tests of the routes without a socket.
    package func application() -> some ApplicationProtocol { Application(router: router()) }

    private func respond(to request: Request, at endpoint: Endpoint, id: String) async throws -> Response {
        let body = try await request.body.collect(upTo: Self.bodyLimit)
        let call = Call(
            endpoint: endpoint, method: request.method.rawValue, path: request.uri.path,
            id: percentDecoded(id),
            query: request.uri.queryParameters.map {
                .init(name: percentDecoded(String($0.key)), value: String($0.value))
            },
            rawQuery: request.uri.query ?? "", authority: request.head.authority ?? "",
            headers: request.headers.reduce(into: [:]) { $0[$1.name.canonicalName] = $1.value },
            body: Data(body.readableBytesView))
        return try await answer(call).response()
    }
}

extension Answer {
    /// - Throws: a ``Disruption`` where no answer is to come.
    func response() throws -> Response {
        let wire: ResponseBody
        switch ending {
        case .close: throw Disruption.close
        case .reset: throw Disruption.reset
        case .whole: wire = ResponseBody(byteBuffer: ByteBuffer(bytes: body))
        case .cut(let bytes): wire = Self.cut(body, after: bytes)
        }
        var response = Response(status: .init(code: status), body: wire)
        response.headers[.contentType] = contentType
        response.headers[.retryAfter] = retryAfter.map(String.init)
        response.headers[.location] = location
        return response
    }

    /// Promises the whole length, then gives up.
    private static func cut(_ body: Data, after bytes: Int) -> ResponseBody {
        ResponseBody(contentLength: body.count) { writer in
            try await writer.write(ByteBuffer(bytes: body.prefix(bytes)))
            throw Disruption.close
        }
    }
}
