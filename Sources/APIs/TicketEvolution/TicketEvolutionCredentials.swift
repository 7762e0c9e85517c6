import Crypto
import FoundationEssentials

/// A token and the secret that signs. Printing one shows nothing of either.
package struct TicketEvolutionCredentials: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    private let token: String
    private let secret: String

    package init(token: String, secret: String) {
        self.token = token
        self.secret = secret
    }

    var secrets: [String] { [token, secret] }

    /// The call with its two headers. Nothing of it may change afterwards: verb, host, path and query or body
    /// are what was signed.
    func signing(_ call: HTTPCall) -> HTTPCall {
        var signed = call
        signed.headers += [HTTPHeader("X-Token", token), HTTPHeader("X-Signature", signature(of: call))]
        return signed
    }

    /// `base64(HMAC-SHA256(secret, "VERB host/path?" + query or body))`. The question mark is always there.
    func signature(of call: HTTPCall) -> String {
        let address = call.url.split(separator: "://", maxSplits: 1).last ?? ""
        let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let place = TicketEvolutionCredentials.withoutPort(parts.first ?? "")
        let query = parts.count > 1 ? Data(parts[1].utf8) : Data()
        return signature(of: Data("\(call.verb.rawValue) \(place)?".utf8) + (call.body ?? query))
    }

    /// Of any text to be signed.
    package func signature(of text: Data) -> String {
        let key = SymmetricKey(data: Data(secret.utf8))
        return Data(HMAC<SHA256>.authenticationCode(for: text, using: key)).base64EncodedString()
    }

    private static func withoutPort(_ place: Substring) -> String {
        let host = place.prefix { $0 != "/" }
        let path = place.dropFirst(host.count)
        guard let colon = host.lastIndex(of: ":"), host[colon...].dropFirst().allSatisfy(\.isNumber) else {
            return String(place)
        }
        return String(host[..<colon] + path)
    }

    package var description: String { "Ticket Evolution token" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
