import FoundationEssentials

/// A status line and its headers.
package struct HTTPHead: Sendable, Hashable {
    package var status: Int
    package var headers: [HTTPHeader]
    package init(status: Int, headers: [HTTPHeader] = []) {
        self.status = status
        self.headers = headers
    }

    /// The first header of that name, whatever its case.
    package subscript(name: String) -> String? {
        let wanted = name.lowercased()
        return headers.first { $0.name.lowercased() == wanted }?.value
    }

    /// The server's clock; nil where it did not say.
    package var serverTime: ServerTime? { self["Date"].flatMap(ServerTime.init(httpDate:)) }
}

/// A whole answer: nothing of its body is missing.
package struct HTTPAnswer: Sendable, Hashable {
    package var head: HTTPHead
    package var body: Data
    package init(head: HTTPHead, body: Data) {
        self.head = head
        self.body = body
    }
}

/// Why there is no whole answer.
package enum HTTPFault: Error, Sendable, Hashable {
    /// The request's head was never handed to a connection (DNS, connect, TLS): the server cannot have acted.
    case nothingLeft(String)
    /// The request left, in part at least. `head` is what came before the answer broke off.
    case lost(String, head: HTTPHead?)
}
