import APIs
import Cache
import Model

/// RunSignup's race store: read by cursor, and without any call that marks a purchase. What is marked takes
/// effect in a ledger of this box, which stands with the purchases as a store's own would.
package struct RaceStoreChannel: StoreChannel {
    private let client: RaceStoreClient
    private let cache: Cache
    private let store: StoreID
    private let clock: ServiceClock
    private let chain = PageChain<RaceStoreCursor>()

    package init(client: RaceStoreClient, cache: Cache, store: StoreID, clock: ServiceClock = .system) {
        self.client = client
        self.cache = cache
        self.store = store
        self.clock = clock
    }

    package var pagesAtOnce: Int { 1 }
    package var smallStore: Int { RaceStoreRequest.largestPage }
    /// Each is a call of its own: they must be over while the first still serves.
    package var readingSize: Int { 20 }
    package var largestBatch: Int { FulfillmentRequest.largest }
    package var looksAtEach: Bool { true }
    package var listsCleared: Bool { false }
    package var marksLeave: Bool { false }

    // MARK: Reading

    package func canGoOn(from page: Int) -> Bool { chain.reaches(page) }

    /// `modifiedSince` stands for the time of purchase: nothing else changes in this list but that rows go.
    package func page(_ request: PurchasesRequest) async -> Answer<PurchasesPage> {
        guard case .begins(let cursor) = chain.link(to: request.page) else {
            return .ok(PurchasesPage(purchases: []))
        }
        var next = RaceStoreRequest(boughtFrom: request.modifiedSince, cursor: cursor)
        // A page without rows that names a next one is none: the list does not end there.
        for _ in 0..<Self.mostEmptyPages {
            let answer = await client.purchases(next)
            switch answer.result {
            case .failure(let failure): return answer.passedOn(failure)
            case .success(let page):
                if page.rowCount == 0, page.next != nil, page.next != next.cursor {
                    next.cursor = page.next
                    continue
                }
                chain.note(page.next, after: request.page)
                return kept([page], at: answer.serverTime)
            }
        }
        return .failed(.lost(words: "The list goes on without any purchases.", answered: true))
    }

    private static let mostEmptyPages = 50

    /// Each purchase by the second in which it was bought; that read shows it, or it is gone.
    package func look(
        _ request: PurchasesRequest, for purchases: Set<PurchaseID>
    ) async -> Answer<PurchasesPage> {
        let requests: [RaceStoreRequest]
        do {
            requests = purchases.isEmpty ? [RaceStoreRequest(perPage: 1)] : try looks(at: purchases)
        } catch {
            return .failed(Self.unwritable)
        }
        return await withTaskGroup(of: Answer<[RaceStorePage]>.self) { group in
            for request in requests { group.addTask { await all(request, isProbe: purchases.isEmpty) } }
            var pages: [RaceStorePage] = []
            var serverTime: ServerTime?
            for await answer in group {
                switch answer.result {
                case .success(let some): pages += some
                case .failure(let failure):
                    group.cancelAll()
                    return answer.passedOn(failure)
                }
                serverTime = answer.serverTime ?? serverTime
            }
            return kept(pages, at: serverTime, wanted: purchases)
        }
    }

    private func looks(at purchases: Set<PurchaseID>) throws -> [RaceStoreRequest] {
        let seconds = try cache.read { reader in
            try purchases.compactMap { purchase in
                try reader.purchase(PurchaseKey(store: store, purchase: purchase))?.purchasedAt
            }
        }
        return Set(seconds).sorted().map(RaceStoreRequest.boughtAt)
    }

    private func all(_ first: RaceStoreRequest, isProbe: Bool) async -> Answer<[RaceStorePage]> {
        var pages: [RaceStorePage] = []
        var request = first
        while true {
            let answer = await client.purchases(request)
            switch answer.result {
            case .failure(let failure): return answer.passedOn(failure)
            case .success(let page):
                pages.append(page)
                guard !isProbe, let next = request.after(page) else {
                    return .ok(pages, at: answer.serverTime)
                }
                if next.cursor == request.cursor || pages.count > Self.mostEmptyPages {
                    return .failed(.lost(words: "The list repeats itself.", answered: true))
                }
                request = next
            }
        }
    }

    /// As purchases, with the numbers and the ledger that this box keeps for them.
    ///
    /// - Parameter wanted: looked for; what is not listed and was marked here stands with nothing bought.
    private func kept(
        _ pages: [RaceStorePage], at serverTime: ServerTime?, wanted: Set<PurchaseID> = []
    ) -> Answer<PurchasesPage> {
        let aside = pages.flatMap(\.setAside)
        do {
            let purchases = try cache.write { writer in
                let listed = try writer.shelve(
                    pages.flatMap(\.purchases), in: store, asksForBuyers: client.asksForBuyers)
                if aside.contains(where: { $0.id == nil }) { return listed }
                let missing = wanted.subtracting(listed.map(\.id)).subtracting(aside.compactMap(\.id))
                return try listed + writer.vanished(missing, in: store)
            }
            let page = PurchasesPage(purchases: purchases, setAside: aside)
            return .ok(page, at: serverTime)
        } catch {
            return .failed(Self.unwritable, at: serverTime)
        }
    }

    /// Nothing was kept of the answer; it is asked for again.
    private static let unwritable = CallFailure.nothingLeft(words: "The cache cannot be written.")

    // MARK: Marking

    /// All of it or nothing, in one transaction: there is no answer that could get lost but by the end of
    /// this process, and the ledger shows the next one what came of it.
    package func fulfill(_ batch: Batch) async -> Answer<FulfillmentReply> {
        let now = clock.now() / 1_000
        do {
            return .ok(FulfillmentReply(remaining: try cache.write { try $0.keepHere(batch, at: now) }))
        } catch is LeadLost {
            return .failed(.nothingLeft(words: "Another process leads now."))
        } catch {
            return .failed(Self.unwritable)
        }
    }

    /// What items are called comes with the purchases.
    package func names() async -> [ItemKind: String]? { nil }

    package var buyers: BuyerDesk? {
        client.asksForBuyers ? BuyerDesk(client: client, cache: cache, store: store, clock: clock) : nil
    }
}
