/// What came of a call: a value or a classified failure, and the server's clock where it told the time.
package struct Answer<Value: Sendable>: Sendable {
    package var result: Result<Value, CallFailure>
    /// From the `Date` header; present on failures as well, whenever a status line came with one.
    package var serverTime: ServerTime?

    package init(_ result: Result<Value, CallFailure>, serverTime: ServerTime? = nil) {
        self.result = result
        self.serverTime = serverTime
    }

    package static func ok(_ value: Value, at serverTime: ServerTime? = nil) -> Answer {
        Answer(.success(value), serverTime: serverTime)
    }

    package static func failed(_ failure: CallFailure, at serverTime: ServerTime? = nil) -> Answer {
        Answer(.failure(failure), serverTime: serverTime)
    }

    package var value: Value? { try? result.get() }

    package var failure: CallFailure? {
        if case .failure(let failure) = result { failure } else { nil }
    }
}
