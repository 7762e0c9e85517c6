/// Why a purchase is left out of an action over many, or of a walk along the shelves.
package enum SkipReason: Int, Sendable, Hashable, CaseIterable {
    case gone, held, young, nothingSafe, unsettled, noAddress, nothingOfOurs, noHandOver

    package var words: String {
        switch self {
        case .gone: "cleared, or gone from the store's list"
        case .held: "on hold"
        case .young: "bought less than 15 min ago: the buyer may still clear it; ship it by itself"
        case .nothingSafe: "nothing safe to ship"
        case .unsettled: "an outcome is still unknown"
        case .noAddress: "no usable address: hand over, or enter one"
        case .nothingOfOurs: "nothing that this box marked"
        case .noHandOver: "their store knows no handing over: ship them"
        }
    }
}
