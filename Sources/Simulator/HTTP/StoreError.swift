/// An error in RunSignup's own shape. Its codes are global; most come inside a 200.
struct StoreError: Error, Sendable, Equatable {
    var status: Int
    var code: Int
    var message: String

    struct Body: Codable {
        var error: Detail
    }

    /// The names are the wire's.
    struct Detail: Codable {
        var error_code: Int
        var error_msg: String
    }

    static let authentication = StoreError(status: 200, code: 6, message: "Key authentication failed")
    static let registration = StoreError(status: 400, code: 17, message: "Invalid API caller credentials.")

    static let method = StoreError(status: 404, code: 1, message: "Unknown method")

    static func parameter(_ message: String) -> StoreError {
        StoreError(status: 400, code: 3, message: message)
    }
    static func submission(_ message: String) -> StoreError {
        StoreError(status: 400, code: 11, message: message)
    }
    static func identifier(_ message: String) -> StoreError {
        StoreError(status: 400, code: 15, message: message)
    }
}
