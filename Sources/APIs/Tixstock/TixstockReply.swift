import Model

/// An order, and which world it lives in.
package struct TixstockReply: Sendable, Hashable {
    /// Whether money and goods are real. Always on the screen.
    package enum Mode: Sendable, Hashable {
        case sandbox
        case production
        /// A word that we do not know, cleaned.
        case other(String)

        init(_ word: String) {
            switch word.lowercased() {
            case "sandbox": self = .sandbox
            case "production": self = .production
            default: self = .other(Redaction().words(word))
            }
        }

        /// For people.
        package var word: String {
            switch self {
            case .sandbox: "Sandbox"
            case .production: "Production"
            case .other(let word): word
            }
        }
    }

    package var order: TixstockOrder
    /// Nil where the server did not say.
    package var mode: Mode?
    /// What Tixstock's support asks for.
    package var requestID: String?
    /// The server's words, cleaned: "The order has been successfully updated."
    package var message: String?

    package init(
        order: TixstockOrder, mode: Mode? = nil, requestID: String? = nil, message: String? = nil
    ) {
        self.order = order
        self.mode = mode
        self.requestID = requestID
        self.message = message
    }
}
