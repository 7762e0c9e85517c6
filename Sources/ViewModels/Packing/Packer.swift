import Model

/// Claims the purchase whose form is open, and lets go of it.
///
/// A scanner's letters may open a form for a moment: nothing is claimed before it is certain that no scan is
/// on its way.
struct Packer: Sendable, Hashable {
    private var claimed: PurchaseKey?
    private var waiting: PurchaseKey?
    private var number = 0

    /// - Parameters:
    ///   - packing: the purchase whose form is open now.
    ///   - isKey: a key came, so that what waits waits anew.
    ///   - quiet: milliseconds after which a key is no part of a scan.
    mutating func follow(_ packing: PurchaseKey?, isKey: Bool, quiet: Int64) -> [Effect] {
        var effects: [Effect] = []
        if let held = claimed, held != packing {
            effects.append(.claims(.release(held)))
            claimed = nil
        }
        if packing == nil || packing == claimed { waiting = nil }
        if let packing, packing != claimed, isKey || packing != waiting {
            waiting = packing
            number += 1
            effects.append(.app(.wake(after: quiet, .formStaysOpen(number))))
        }
        return effects
    }

    /// The form is still open.
    mutating func woke(_ token: WakeToken, by author: Author) -> [Effect] {
        guard token == .formStaysOpen(number), let key = waiting else { return [] }
        claimed = key
        waiting = nil
        return [.claims(.claim(key, author))]
    }
}
