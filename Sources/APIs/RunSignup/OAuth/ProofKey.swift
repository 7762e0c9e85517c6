import Crypto
import FoundationEssentials

/// A secret made up for one login and shown to the server only at its end, so that a code that somebody
/// else catches on its way is of no use to them (PKCE, RFC 7636, S256).
package struct ProofKey: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    /// Goes out with the code, once.
    package let verifier: String

    /// A new one: 32 bytes from the system's generator.
    package init() {
        var chance = SystemRandomNumberGenerator()
        self.init(bytes: (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &chance) })
    }

    /// - Parameter bytes: at least 32, from a generator that nobody can guess.
    package init(bytes: [UInt8]) { verifier = Data(bytes).base64URL }

    /// One that was kept while the person was at the browser.
    /// - Returns: nil where it is no verifier: 43 to 128 unreserved characters.
    package init?(verifier: String) {
        guard (43...128).contains(verifier.utf8.count), percentEncoded(verifier) == verifier else {
            return nil
        }
        self.verifier = verifier
    }

    /// What the address of the login page carries.
    package var challenge: String { Data(SHA256.hash(data: Data(verifier.utf8))).base64URL }

    package var description: String { "proof key" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension Data {
    /// Base64 for URLs, without padding.
    var base64URL: String {
        base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
