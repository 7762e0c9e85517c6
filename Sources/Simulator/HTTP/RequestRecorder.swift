import FoundationEssentials
import Synchronization

/// A request as the server saw it, with what must stay secret struck out.
package struct SeenRequest: Sendable, Codable {
    package var number: Int
    package var endpoint: Endpoint
    package var method: String
    package var path: String
    /// Every parameter's name and value, in order, values of credentials struck out.
    package var parameters: [Parameter]
    /// Names of the headers, in lower case.
    package var headers: [String]
    package var body: String

    package struct Parameter: Sendable, Codable, Hashable {
        package var name: String
        package var value: String
    }

    package func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }
}

/// Remembers what clients asked, so that tests can hold them to the documents.
package final class RequestRecorder: Sendable {
    private struct State {
        var seen: [SeenRequest] = []
        var total = 0
        var open = 0
        var mostOpen = 0
    }

    private static let limit = 5000
    private static let secrets: Set<String> = [
        "rsu_api_key", "api_key", "api_secret", "checkin_api_key", "sp_api_key", "rsu_api_reg",
    ]
    /// Their bodies are nothing but secrets.
    private static let secretBodies: Set<Endpoint> = [.redemption, .refresh]
    private let state = Mutex(State())

    /// The last few thousand, oldest first.
    package var requests: [SeenRequest] { state.withLock { $0.seen } }
    /// All that ever came.
    package var total: Int { state.withLock { $0.total } }
    /// Under way now.
    package var open: Int { state.withLock { $0.open } }
    /// The most that were under way at once.
    package var mostAtOnce: Int { state.withLock { $0.mostOpen } }

    package func requests(to endpoint: Endpoint) -> [SeenRequest] {
        requests.filter { $0.endpoint == endpoint }
    }
    package func forget() { state.withLock { $0 = State(open: $0.open, mostOpen: $0.open) } }

    /// - Returns: the request's number.
    func began(_ call: Call) -> Int {
        let parameters = call.query.map {
            SeenRequest.Parameter(name: $0.name, value: Self.secrets.contains($0.name) ? "…" : $0.value)
        }
        let isSecret = Self.secretBodies.contains(call.endpoint)
        let body = isSecret ? "…" : String(decoding: call.body, as: UTF8.self)
        return state.withLock { state in
            state.total += 1
            state.open += 1
            state.mostOpen = max(state.mostOpen, state.open)
            if state.seen.count >= Self.limit { state.seen.removeFirst(Self.limit / 10) }
            state.seen.append(
                SeenRequest(
                    number: state.total, endpoint: call.endpoint, method: call.method, path: call.path,
                    parameters: parameters, headers: call.headers.keys.sorted(), body: body))
            return state.total
        }
    }

    func ended() { state.withLock { $0.open -= 1 } }
}
