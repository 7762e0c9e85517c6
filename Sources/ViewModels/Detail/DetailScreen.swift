import Model

/// One purchase, as lines that can be scrolled.
package struct DetailScreen: Sendable, Hashable {
    package var key: PurchaseKey
    /// Nil while it is read, or where the cache has no such purchase.
    package var detail: PurchaseDetail?
    package var isMissing: Bool
    package var scroll = Scroll()
    /// What the list does not tell of it is read when it is opened.
    package var reading = Reading.no
    /// Which of the links was copied last, where a number may be several carriers'.
    var linksCopied = 0

    package enum Reading: Sendable, Hashable {
        /// Not asked for: it stands beside the list, or this station does not read.
        case no
        case underWay, done
        /// A sentence.
        case failed(String)
    }

    package init(_ key: PurchaseKey, detail: PurchaseDetail? = nil) {
        self.key = key
        self.detail = detail
        isMissing = false
    }
}

/// One line of a detail, without its looks.
package enum DetailLine: Sendable, Hashable {
    case blank
    case heading(String)
    /// `Purchased`, `2026-11-20 14:02, 2d ago`.
    case fact(label: String, value: String)
    /// Why a person should look: a sentence.
    case attention(String)
    /// A line of the address label, as a carrier wants it.
    case address(String)
    /// What is odd or missing about the address.
    case addressFlag(String)
    case item(ItemLine)
    case entry(TimelineEntry)
    case refund(Refund)
    case transfer(TransferLine)
    case note(String)
}

/// One item with its numbers.
package struct ItemLine: Sendable, Hashable {
    package var name: String
    package var figures: ItemFigures
    /// How many of it are queued, sending, unknown, or need a person: where the waiting ones stand.
    package var outbox: [MarkState: Int] = [:]
}

/// One step in the life of a purchase: an entry of the server's ledger, or a mark of ours not on it yet.
package struct TimelineEntry: Sendable, Hashable {
    /// Unix seconds.
    package var at: Int64
    package var itemName: String
    /// Negative where it took something back.
    package var quantity: Int
    /// Nil for what was marked elsewhere.
    package var author: Author?
    /// Nil for what stands on the ledger without a mark of ours.
    package var state: MarkState?
    package var tracking: String?
    package var deliverBy: PlainDate?
    /// No address: handed over.
    package var isHandOver: Bool
    /// For people; empty where nothing needs to be said.
    package var words: String
    /// What somebody wrote; then nothing was shipped here.
    package var memo: String?
    /// What was done is called so in this store; nil where the verb says it.
    package var called: String?
}

package struct TransferLine: Sendable, Hashable {
    package var itemName: String
    package var quantity: Int
    package var purchase: PurchaseID
    /// False: it came from there.
    package var isOut: Bool
}
