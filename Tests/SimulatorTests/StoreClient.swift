import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1

/// A client as plain as can be: it sends what it is told and gives back what came.
struct StoreClient {
    static let purchases = "/v2/tickets/get-ticket-event-store-purchases.json"
    static let fulfillment = "/v2/tickets/store/fulfillment.json"
    static let everything =
        "&include_purchase_refunds=T&include_fulfillment_info=T&include_transfer_info=T"
    static let keys = "ticket_event_id=7001&rsu_api_key=demo-key"

    struct Reply {
        var status: Int
        var headers: HTTPHeaders
        var text: String

        /// The answer as JSON objects, for tests that look at single keys.
        func json<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
            try JSONDecoder().decode(Value.self, from: Data(text.utf8))
        }
    }

    /// Redirects are answers too.
    private static let http = HTTPClient(
        eventLoopGroupProvider: .singleton,
        configuration: HTTPClient.Configuration(redirectConfiguration: .disallow))

    var baseURL: String
    var secret = "demo-secret"

    func get(_ path: String, _ query: String = StoreClient.keys) async throws -> Reply {
        var request = HTTPClientRequest(url: baseURL + path + "?" + query)
        request.headers.add(name: "X-RSU-API-SECRET", value: secret)
        return try await send(request)
    }

    /// Sends `json` as the form's one field.
    func fulfill(_ json: String, query: String = StoreClient.keys) async throws -> Reply {
        var request = HTTPClientRequest(url: baseURL + Self.fulfillment + "?" + query)
        request.method = .POST
        request.headers.add(name: "X-RSU-API-SECRET", value: secret)
        request.headers.add(name: "Content-Type", value: "multipart/form-data; boundary=parcel")
        request.body = .bytes(ByteBuffer(string: Form.body(json)))
        return try await send(request)
    }

    private func send(_ request: HTTPClientRequest) async throws -> Reply {
        let answer = try await Self.http.execute(request, timeout: .seconds(20))
        let body = try await answer.body.collect(upTo: 64 << 20)
        return Reply(status: Int(answer.status.code), headers: answer.headers, text: String(buffer: body))
    }
}

/// The form that the fulfillment document asks for.
enum Form {
    static func body(_ json: String, name: String = "request") -> String {
        "--parcel\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(json)\r\n--parcel--\r\n"
    }

    /// One purchase with one line.
    static func line(_ purchase: Int, item: Int = 1, quantity: Int = 1, tracking: String? = nil) -> String {
        let tracking = tracking.map { "\"\($0)\"" } ?? "null"
        return """
            {"store_purchase_id":\(purchase),"store_purchase_fulfillments":[{"purchased_item_num":\(item),\
            "quantity_fulfilled":\(quantity),"expected_delivery_date":null,\
            "shipping_tracking_num":\(tracking),"shipping_address":null}]}
            """
    }

    static func request(_ purchases: String...) -> String {
        "{\"store_purchases\":[\(purchases.joined(separator: ","))]}"
    }
}
