/// The bearer token from the Partner Admin Area. Printing one shows nothing of it.
package struct TixstockToken: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    private let token: String
    package init(_ token: String) { self.token = token }

    var headers: [HTTPHeader] { [HTTPHeader("Authorization", "Bearer \(token)")] }
    var secrets: [String] { [token] }

    package var description: String { "Tixstock token" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
