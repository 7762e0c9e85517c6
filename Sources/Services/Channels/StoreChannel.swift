import APIs
import Model

/// A store as its leader needs it, whatever its API: pages for a pass, purchases read again before marks of
/// theirs leave, and a way for marks to take effect.
///
/// What stands behind it decides where a mark ends up; the protocol of sending is the same for all.
package protocol StoreChannel: Sendable {
    /// Pages that a pass may have on their way at once; 1 where each tells where the next begins.
    var pagesAtOnce: Int { get }
    /// A list of so many purchases costs no more to read whole than in part.
    var smallStore: Int { get }
    /// Purchases covered by one round of reading before sending.
    var readingSize: Int { get }
    /// Purchases that one request may mark.
    var largestBatch: Int { get }
    /// A look reads each purchase by itself: what it does not show is gone, however long the list.
    var looksAtEach: Bool { get }
    /// Purchases that their buyers cleared can be listed, too.
    var listsCleared: Bool { get }
    /// Marks leave this box; otherwise its own ledger is where they take effect.
    var marksLeave: Bool { get }

    /// One page of the list, for a pass. The list ends at a page without rows.
    func page(_ request: PurchasesRequest) async -> Answer<PurchasesPage>
    /// Whether a pass that broke off can go on at this page.
    func canGoOn(from page: Int) -> Bool
    /// These purchases as they are now; where the channel looks at none by itself, a page of the list.
    ///
    /// - Parameter purchases: empty where the only question is whether the store answers.
    func look(_ request: PurchasesRequest, for purchases: Set<PurchaseID>) async -> Answer<PurchasesPage>
    /// Makes marks take effect: adds to the ledgers, or sets the values.
    func fulfill(_ batch: Batch) async -> Answer<FulfillmentReply>
    /// What the items are called; nil where there is no catalogue, or it does not answer.
    func names() async -> [ItemKind: String]?
    /// Finds out who bought; nil where the list says so, or nobody can be asked.
    var buyers: BuyerDesk? { get }
}

extension StoreChannel {
    package var buyers: BuyerDesk? { nil }
}

extension TicketStoreClient: StoreChannel {
    package var pagesAtOnce: Int { 2 }
    package var smallStore: Int { PurchasesRequest.largestPage }
    package var readingSize: Int { ProtocolFigures().readingSize }
    package var largestBatch: Int { FulfillmentRequest.largest }
    package var looksAtEach: Bool { false }
    package var listsCleared: Bool { true }
    package var marksLeave: Bool { true }

    package func page(_ request: PurchasesRequest) async -> Answer<PurchasesPage> { await purchases(request) }
    package func canGoOn(from page: Int) -> Bool { true }

    package func look(
        _ request: PurchasesRequest, for purchases: Set<PurchaseID>
    ) async -> Answer<PurchasesPage> {
        await self.purchases(request)
    }

    package func fulfill(_ batch: Batch) async -> Answer<FulfillmentReply> {
        await fulfill(FulfillmentRequest(batch))
    }

    package func names() async -> [ItemKind: String]? { await storeInfo().value?.names }
}
