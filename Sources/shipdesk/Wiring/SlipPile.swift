import Model
import Screens
import ViewModels

/// A slip to be printed.
struct SlipJob {
    var detail: PurchaseDetail
    /// By item number; nil: all that is safe to ship.
    var quantities: [Int: Int]?

    init(_ detail: PurchaseDetail, quantities: [Int: Int]? = nil) {
        self.detail = detail
        self.quantities = quantities
    }

    /// Why there is no slip of it; nil where there is one. A parcel without an address may be handed over,
    /// so it has a slip as well.
    var whyNot: SkipReason? {
        if detail.hold != nil { return .held }
        if detail.isGone || detail.purchase.isCleared { return .gone }
        return detail.figures.safe == 0 ? .nothingSafe : nil
    }
}

/// Slips in the order of the parcels, one a page.
struct SlipPile {
    let jobs: [SlipJob]
    /// `1043: on hold`.
    let leftOut: [String]

    init(_ all: [SlipJob]) {
        jobs = all.filter { $0.whyNot == nil }
        leftOut = all.compactMap { job in job.whyNot.map { "\(job.detail.purchase.id): \($0.words)" } }
    }

    /// A form feed stands between two slips; at the end there is none, which would print an empty page.
    func text(isReversed: Bool, station: String, clock: Clock) -> String {
        let pages = jobs.map {
            slipText($0.detail, quantities: $0.quantities, station: station, clock: clock)
        }
        return (isReversed ? pages.reversed() : pages).joined(separator: "\u{0C}")
    }
}
