/// What a server subtracts when it says how many remain. Nobody documents it, so it is learned.
package enum RemainingVariant: String, Sendable, Hashable, Codable, CaseIterable {
    case nothing
    case cancelled
    case transferredOut = "transferred-out"
    case both

    /// What a server of this kind says remains of the item at this net quantity.
    package func remaining(_ item: ItemFigures, net: Int) -> Int {
        let rest = item.item.quantity - net
        switch self {
        case .nothing: return rest
        case .cancelled: return rest - item.cancelled
        case .transferredOut: return rest - item.transferredOut
        case .both: return rest - item.cancelled - item.transferredOut
        }
    }
}

/// How an answer's `new_quantity_remaining` compares with what we expected.
package struct RemainingCheck: Sendable, Hashable {
    /// Somebody else shipped this too, between our read and our request.
    package var isShippedElsewhere: Bool
    /// The variants that this store may still be, after this answer.
    package var variants: Set<RemainingVariant>

    /// - Parameters:
    ///   - net: of the item, after this mark.
    ///   - known: the variants that earlier answers left open.
    package init(remaining: Int, item: ItemFigures, net: Int, known: Set<RemainingVariant>) {
        let fitting = Set(RemainingVariant.allCases.filter { $0.remaining(item, net: net) == remaining })
        let lowest = known.map { $0.remaining(item, net: net) }.min() ?? remaining
        isShippedElsewhere = remaining < lowest
        let left = known.intersection(fitting)
        // What fits nothing known was learned wrongly, or somebody interfered: then nothing is learned.
        variants = left.isEmpty ? known : left
    }
}
