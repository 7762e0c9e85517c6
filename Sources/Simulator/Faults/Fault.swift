/// One way in which a call goes wrong.
package enum Fault: Sendable, Hashable {
    /// The connection closes without an answer.
    case close
    /// The same with a reset, as from a machine that fell over.
    case reset
    /// Nothing comes for so long, then the connection closes; for ever where nil.
    case hang(milliseconds: Int?)
    /// All goes well, only late.
    case slow(milliseconds: Int)
    /// The head is whole, the body ends early: after so many bytes, half of it where nil.
    case cutOff(bytes: Int?)
    /// A proxy's page.
    case html(status: Int)
    /// The documents' own shape of an error.
    case serverError
    /// 429, with `Retry-After` in seconds where given.
    case tooMany(retryAfter: Int?)
    /// RunSignup's shape: 14 is "Request throttled", 5 "Database error", 7 "Permission Denied".
    case storeError(code: Int, status: Int)
    /// An error in the API's own shape, in these words: servers repeat what they were sent.
    case says(String, code: Int, status: Int)
    /// A redirect to another host.
    case redirect
    /// A fulfillment is refused whole because of its purchase at this place: 400 and its id.
    case refusePurchase(at: Int)
    /// A fulfillment with this purchase is refused whole: 400 and its id.
    case refuse(purchase: Int)
    /// Only the first so many purchases of a fulfillment take effect, then a 500.
    case halfApplied(purchases: Int)
    /// The connection closes at once and the effect lands later; nil waits for ``FaultPlan/landLate()``.
    case late(milliseconds: Int?)
    /// The fulfillment is confirmed but reads do not list it for so long; nil waits for
    /// ``TicketStore/revealEntries()``.
    case staleReads(milliseconds: Int?)
    /// A page's row at this place has a value of the wrong type.
    case spoiltRow(at: Int)
    /// A 200 without the array that was asked for.
    case missingArray
}

extension Fault {
    /// Faults that are about what the endpoint does, not about whether it is reached.
    var needsEndpoint: Bool {
        switch self {
        case .refusePurchase, .refuse, .halfApplied, .late, .staleReads, .spoiltRow, .slow: true
        default: false
        }
    }
}
