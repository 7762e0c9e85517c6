/// The numbers of one item that staff work by (the exactly-once protocol, Figures).
package struct ItemFigures: Sendable, Hashable {
    package var item: PurchasedItem
    /// Of this item and variant, at most the line's own quantity: cancellations are not keyed by line.
    package var cancelled: Int
    package var transferredOut: Int
    /// The ledger as last read, and confirmed marks that it does not list yet.
    package var net: Int
    /// Positive marks that may have been or may yet be shipped.
    package var waiting: Int
    /// What staff are offered; never below zero.
    package var safe: Int
    /// What the server last said; never computed, nil where it said nothing.
    package var serverRemaining: Int?

    package init(
        item: PurchasedItem, cancelled: Int, transferredOut: Int, net: Int, waiting: Int, safe: Int,
        serverRemaining: Int?
    ) {
        self.item = item
        self.cancelled = cancelled
        self.transferredOut = transferredOut
        self.net = net
        self.waiting = waiting
        self.safe = safe
        self.serverRemaining = serverRemaining
    }
}

/// The numbers of a purchase: its ledger as read and the marks that this box made.
package struct Figures: Sendable, Hashable {
    package var items: [ItemFigures]
    /// Lines of one item and variant compete for what a cancellation left.
    package var linesCompete: Bool

    /// - Parameters:
    ///   - marks: every mark of this purchase that is open, or confirmed with its entry not claimed yet.
    ///     Others do not change a number and may be passed as well.
    ///   - serverRemaining: by item number, what the server last said.
    ///   - isGone: cleared, or missing from the list: then nothing is safe to ship.
    package init(
        _ purchase: Purchase, marks: [Mark] = [], serverRemaining: [Int: Int] = [:], isGone: Bool = false
    ) {
        let ledger = purchase.ledger.reduce(into: [Int: Int]()) { $0[$1.item, default: 0] += $1.quantity }
        let own = purchase.items.map { Own($0, ledger: ledger[$0.num, default: 0], marks: marks) }
        let cancelled = purchase.cancelled.reduce(into: [ItemKind: Int]()) {
            $0[$1.kind, default: 0] += $1.quantity
        }
        var caps: [ItemKind: Int] = [:]
        for line in own { caps[line.item.kind, default: 0] += line.left }
        for (kind, quantity) in cancelled { caps[kind, default: 0] -= quantity }

        let blocked = isGone || purchase.isCleared
        items = own.map { line in
            let cap = caps[line.item.kind, default: 0]
            return ItemFigures(
                item: line.item, cancelled: min(line.item.quantity, cancelled[line.item.kind, default: 0]),
                transferredOut: line.item.transferredOut, net: line.net, waiting: line.waiting,
                safe: blocked ? 0 : max(0, min(line.left, cap)),
                serverRemaining: serverRemaining[line.item.num])
        }
        let offered = items.reduce(into: [ItemKind: Int]()) { $0[$1.item.kind, default: 0] += $1.safe }
        linesCompete = offered.contains { $0.value > max(0, caps[$0.key, default: 0]) }
        safeTogether = offered.reduce(0) { $0 + min($1.value, max(0, caps[$1.key, default: 0])) }
    }

    package func item(_ num: Int) -> ItemFigures? { items.first { $0.item.num == num } }
    package var safe: Int { items.reduce(0) { $0 + $1.safe } }
    /// What can go at once: less than ``safe`` where lines compete.
    package let safeTogether: Int
    package var net: Int { items.reduce(0) { $0 + $1.net } }
    package var waiting: Int { items.reduce(0) { $0 + $1.waiting } }
}

/// A line before cancellations, which are shared by all lines of its kind.
private struct Own {
    var item: PurchasedItem
    var net: Int
    var waiting: Int
    var left: Int { item.quantity - item.transferredOut - net - waiting }

    init(_ item: PurchasedItem, ledger: Int, marks: [Mark]) {
        self.item = item
        net = ledger
        waiting = 0
        for mark in marks where mark.item == item.num {
            if mark.state == .confirmed, mark.claimed == nil { net += mark.quantity }
            if mark.state.occupies, mark.quantity > 0 { waiting += mark.quantity }
        }
    }
}
