import FoundationEssentials

/// One request, as a value: what a client asks of the ``HTTPDoor``.
package struct HTTPCall: Sendable, CustomStringConvertible, CustomReflectable {
    package enum Verb: String, Sendable, Hashable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"

        /// A request that changes something must reach the server at most once.
        package var changesSomething: Bool { self != .get }
    }

    package var verb: Verb
    /// Scheme, host and what stands before `path`; without a trailing slash.
    package var baseURL: String
    /// With a leading slash, and already percent-encoded where it needs to be.
    package var path: String
    /// In the order in which they go out; encoded by ``url``.
    package var query: [QueryItem]
    package var headers: [HTTPHeader]
    package var body: Data?

    package init(
        _ verb: Verb, baseURL: String, path: String, query: [QueryItem] = [], headers: [HTTPHeader] = [],
        body: Data? = nil
    ) {
        self.verb = verb
        self.baseURL = baseURL
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }

    /// Without query, headers and body: they hold secrets and customers' addresses.
    package var description: String { "\(verb.rawValue) \(path)" }
    package var customMirror: Mirror { Mirror(self, children: []) }

    /// Holds secrets where credentials go into the query: never to be logged or shown.
    package var url: String {
        let base = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
        return query.isEmpty ? base + path : base + path + "?" + query.map(\.encoded).joined(separator: "&")
    }
}

/// A header of a request or an answer. Names are compared without case.
package struct HTTPHeader: Sendable, Hashable {
    package var name: String
    package var value: String
    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
