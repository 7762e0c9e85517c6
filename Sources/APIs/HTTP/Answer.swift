/// What came of a call: a value or a classified failure, and the server's clock where it told the time.
package struct Answer<Value: Sendable>: Sendable {
    package var result: Result<Value, CallFailure>
    /// From the `Date` header; present on failures as well, whenever a status line came with one.
    package var serverTime: ServerTime?
    /// Of a failure that came with a status line; nil where there was none, or nobody passed it on.
    package var sign: CallSign?

    package init(
        _ result: Result<Value, CallFailure>, serverTime: ServerTime? = nil, sign: CallSign? = nil
    ) {
        self.result = result
        self.serverTime = serverTime
        self.sign = sign
    }

    package static func ok(_ value: Value, at serverTime: ServerTime? = nil) -> Answer {
        Answer(.success(value), serverTime: serverTime)
    }

    package static func failed(
        _ failure: CallFailure, at serverTime: ServerTime? = nil, sign: CallSign? = nil
    ) -> Answer {
        Answer(.failure(failure), serverTime: serverTime, sign: sign)
    }

    package var value: Value? { try? result.get() }

    package var failure: CallFailure? {
        if case .failure(let failure) = result { failure } else { nil }
    }

    /// The same with another value; a failure stays what it is.
    package func map<Other: Sendable>(_ change: (Value) -> Other) -> Answer<Other> {
        Answer<Other>(result.map(change), serverTime: serverTime, sign: sign)
    }

    /// That this call failed, as the answer to another question.
    package func passedOn<Other: Sendable>(_ failure: CallFailure) -> Answer<Other> {
        Answer<Other>(.failure(failure), serverTime: serverTime, sign: sign)
    }
}
