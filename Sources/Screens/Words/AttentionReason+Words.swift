import Model

extension AttentionReason {
    /// A few words behind a number: `3 without an address`.
    var shortWords: String {
        switch self {
        case .unsettled: "outcome unknown"
        case .conflict: "changed before the mark left"
        case .failed: "refused by the store"
        case .noAddress: "without a usable address"
        case .refunded: "refunded, not shipped"
        case .landedLate: "landed late, one too many"
        case .shippedElsewhere: "shipped elsewhere too"
        case .unlisted: "confirmed but not listed"
        case .linesCompete: "cancelled, unclear which"
        case .overshipped: "shipped more than bought"
        }
    }
}
