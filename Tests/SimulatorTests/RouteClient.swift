import FoundationEssentials
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Simulator

/// Calls the routes without a socket.
struct RouteClient {
    let simulator: Simulator
    /// Names and values.
    var headers = ["X-RSU-API-SECRET": "demo-secret"]

    struct Reply {
        var status: Int
        var text: String
        var location: String?

        func json<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
            try JSONDecoder().decode(Value.self, from: Data(text.utf8))
        }

        var errorCode: Int? {
            struct Body: Decodable {
                struct Detail: Decodable { var error_code: Int }
                var error: Detail
            }
            return try? JSONDecoder().decode(Body.self, from: Data(text.utf8)).error.error_code
        }
    }

    func get(_ query: String, path: String = StoreClient.purchases) async throws -> Reply {
        try await call("/rest" + path + "?" + query, nil)
    }

    func post(_ body: String, query: String = StoreClient.keys) async throws -> Reply {
        var client = self
        client.headers["Content-Type", default: "multipart/form-data; boundary=parcel"] += ""
        return try await client.call("/rest" + StoreClient.fulfillment + "?" + query, body)
    }

    /// A control path; a POST where there is a body.
    func control(_ path: String, _ body: String? = nil) async throws -> Reply {
        try await call("/control/" + path, body)
    }

    /// Any path from the root.
    func call(
        _ uri: String, _ body: String? = nil, method: HTTPRequest.Method? = nil
    ) async throws -> Reply {
        let fields = headers
        return try await simulator.application().test(.router) { client in
            try await client.execute(
                uri: uri, method: method ?? (body == nil ? .get : .post),
                headers: fields.reduce(into: [:]) { all, next in
                    if let name = HTTPField.Name(next.key) { all[name] = next.value }
                }, body: body.map { ByteBuffer(string: $0) }
            ) {
                Reply(
                    status: $0.status.code, text: String(buffer: $0.body), location: $0.headers[.location])
            }
        }
    }
}

extension String {
    /// How often `part` stands in it.
    func components(of part: String) -> Int { ranges(of: part).count }
}
