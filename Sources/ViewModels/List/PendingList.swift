import Model

/// What the list has asked for and waits to hear.
struct PendingList: Sendable, Hashable {
    /// What to do with the purchases that a query finds.
    enum Marking: Sendable, Hashable { case add, invert }

    /// What a window is for, and so where the cursor goes.
    enum Use: Sendable, Hashable {
        /// Another page, the cursor on this row of it (the last where there are fewer).
        case page(cursor: Int, offset: Int?)
        /// The same page once more after news: the cursor stays on its purchase.
        case follow
        /// Looks where the purchase under the cursor has gone; the rows are those that `follow` brought.
        case probe([ListRow])
    }

    /// What the purchase that was asked for is wanted for.
    enum Purpose: Sendable, Hashable { case ship, handOver, undo, hold, memo, pick, slips }

    /// Where the list stood when the line broke.
    struct Place: Sendable, Hashable {
        var page: RowPosition
        var cursor: PurchaseKey?
    }

    var window: WindowAnchor?
    var use = Use.follow
    var marking: Marking?
    var purpose: Purpose?
    /// The purchase that `purpose` is about; nil for all marked ones.
    var subject: PurchaseKey?
    /// The marked purchases are being looked at, on the way to a form.
    var looksAtMarks: Bool { purpose != nil && subject == nil }
    /// Purchases that the person's own action takes out of the list.
    var leaving: Set<PurchaseKey> = []
    /// The next page is turned to because its purchase is to be opened.
    var opens = false
    var resume: Place?
    /// The saved views were counted a moment ago: not yet again, and whether there was news since.
    var viewsRest = false
    var viewsAreStale = false
    /// Counts the rests of the cursor, so that an overtaken timer is told apart.
    var rest = 0
}
