/// Why a call failed, in the classes of the exactly-once protocol (Sending, step 5).
///
/// All words are for people: cleaned, short, without secrets, addresses or the query of a URL.
package enum CallFailure: Error, Sendable, Hashable {
    /// DNS, connect, TLS: nothing left us, so it may be sent again.
    case nothingLeft(words: String)
    /// 429, error codes 10 and 14, on any status. Seconds to wait, where the server said so.
    case throttled(retryAfter: Int?, words: String)
    /// 401, 403, error codes 6, 7, 13 and 17; any 3xx. Nothing will work until somebody mends it.
    case refused(words: String)
    /// The API says what is wrong with the request.
    case named(words: String, code: Int?)
    /// Anything else: the request may have taken effect.
    ///
    /// `answered`: the API itself answered, if only a status line, so the effect cannot land later than
    /// that. False for silence, and where a gateway tells of it (502, 504, 520 to 524).
    case lost(words: String, answered: Bool)

    package var words: String {
        switch self {
        case .nothingLeft(let words), .refused(let words), .throttled(_, let words), .named(let words, _),
            .lost(let words, _):
            words
        }
    }
}
