/// One way in which a call goes wrong.
package enum Fault: Sendable, Hashable {
    /// The connection closes without an answer.
    case close
    /// The same with a reset, as from a machine that fell over.
    case reset
    /// Nothing comes for so long, then the connection closes; for ever where nil.
    case hang(milliseconds: Int?)
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
    /// A redirect to another host.
    case redirect
    /// A fulfillment is refused whole because of its purchase at this place: 400 and its id.
    case refusePurchase(at: Int)
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

/// Whether the call takes effect before the fault strikes. Has no meaning for faults that say so themselves.
package enum FaultMoment: String, Sendable, Hashable, Codable {
    case beforeEffect = "before"
    case afterEffect = "after"
}

/// When a fault strikes.
package struct FaultRule: Sendable, Hashable {
    package enum Occasion: Sendable, Hashable {
        /// The next so many calls.
        case next(Int)
        /// Of the calls from now on, the one with this number, counted from 1.
        case nth(Int)
        /// In so many of a thousand calls, until cleared.
        case permille(Int)
        /// Every call until cleared.
        case always
    }

    package var fault: Fault
    package var moment: FaultMoment
    /// Nil: any.
    package var endpoint: Endpoint?
    package var occasion: Occasion

    package init(
        _ fault: Fault, _ moment: FaultMoment = .beforeEffect, on endpoint: Endpoint? = nil,
        _ occasion: Occasion = .next(1)
    ) {
        self.fault = fault
        self.moment = moment
        self.endpoint = endpoint
        self.occasion = occasion
    }
}
