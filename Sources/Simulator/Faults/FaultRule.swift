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
