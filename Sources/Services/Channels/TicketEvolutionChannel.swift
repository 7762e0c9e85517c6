import APIs
import Cache
import Model

/// Ticket Evolution's inventory of one office: ids by the list's own cursor, what they are from the ticket
/// groups where the credentials may read them, changes by PATCH of one or of many alike.
///
/// Where ticket groups are refused, listings stand with what answers to our own changes told, and a lost
/// answer goes to a person: there is nothing to read it back from.
package struct TicketEvolutionChannel: StoreChannel {
    let client: TicketEvolutionClient
    let cache: Cache
    let store: StoreID
    let clock: ServiceClock
    let pass = InventoryPass()

    package init(
        client: TicketEvolutionClient, cache: Cache, store: StoreID, clock: ServiceClock = .system
    ) {
        self.client = client
        self.cache = cache
        self.store = store
        self.clock = clock
    }

    package var pagesAtOnce: Int { 1 }
    package var smallStore: Int { InventoryRequest.largestPage }
    /// One call tells of all ticket groups; by any other, each listing is a call of its own.
    package var readingSize: Int { client.readsTicketGroups ? InventoryChange.mostAtOnce : Self.mostInPass }
    package var looksAtEach: Bool { true }
    package var listsCleared: Bool { false }
    package var marksLeave: Bool { true }
    package var largestBatch: Int { InventoryChange.mostAtOnce }

    /// What events are called comes with the listings.
    package func names() async -> [ItemKind: String]? { nil }

    // MARK: The list

    package func canGoOn(from page: Int) -> Bool { pass.chain.reaches(page) }

    /// First the listings that are mapped to an event, then word of those that are not. A page without a
    /// new id ends either.
    package func page(_ request: PurchasesRequest) async -> Answer<PurchasesPage> {
        guard case .begins(let cursor) = pass.chain.link(to: request.page) else {
            return .ok(PurchasesPage(purchases: []))
        }
        if cursor == nil { pass.begin() }
        var next: InventoryRequest? = cursor ?? InventoryRequest(.mapped)
        while let wanted = next {
            let answer = await patiently { await client.listings(wanted) }
            if wanted.mapping == .unmapped, case .named? = answer.failure { break }
            guard let list = answer.value else {
                return answer.passedOn(answer.failure ?? Self.unwritable)
            }
            let fresh = pass.take(list)
            next = fresh.rowCount == 0 ? nil : wanted.after(list)
            if next == nil, wanted.mapping == .mapped { next = InventoryRequest(.unmapped) }
            guard fresh.rowCount > 0 else { continue }
            pass.chain.note(next, after: request.page)
            return await kept(fresh, at: answer.serverTime)
        }
        return .ok(PurchasesPage(purchases: []))
    }

    private func kept(_ list: InventoryPage, at serverTime: ServerTime?) async -> Answer<PurchasesPage> {
        let ids = Set(list.rows.compactMap { $0.id.map { PurchaseID(String($0)) } })
        let details = await passDetails(for: ids)
        if let failure = details.failure { return .failed(failure, at: serverTime, sign: details.sign) }
        let rows = list.rows.compactMap { row in
            row.id.map { id in
                let told = details.told[id]
                return ToldListing(
                    id: PurchaseID(String(id)),
                    values: row.attributes.setting(told?.attributes ?? Attributes()), isRead: told != nil)
            }
        }
        var page = PurchasesPage(purchases: [], setAside: list.told)
        page.unread = details.isRefused ? ids : []
        return shelved(rows, page, at: serverTime)
    }

    // MARK: Reading again

    /// Each by itself, or all in one answer where there are many.
    package func look(
        _ request: PurchasesRequest, for purchases: Set<PurchaseID>
    ) async -> Answer<PurchasesPage> {
        guard !purchases.isEmpty else { return await probed() }
        let details = await details(of: purchases)
        if let failure = details.failure { return .failed(failure, sign: details.sign) }
        // Is it this call alone that the credentials may not make?
        if details.isRefused {
            let greeting = await greet()
            if let failure = greeting.failure { return greeting.passedOn(failure) }
        }
        let rows = purchases.compactMap { (id: PurchaseID) -> ToldListing? in
            let told = id.number.flatMap { details.told[$0] }
            guard told != nil || details.isRefused else { return nil }
            return ToldListing(id: id, values: told?.attributes ?? Attributes(), isRead: told != nil)
        }
        var page = PurchasesPage(purchases: [])
        page.unread = details.isRefused ? Set(rows.filter { !$0.isRead }.map(\.id)) : []
        return shelved(rows, page, at: nil)
    }

    /// One small call that shows whether the credentials are good.
    private func greet() async -> Answer<InventoryPage> {
        await client.listings(InventoryRequest(.mapped, perPage: 1))
    }

    private func probed() async -> Answer<PurchasesPage> {
        await greet().map { _ in PurchasesPage(purchases: []) }
    }

    // MARK: Keeping

    private func shelved(
        _ rows: [ToldListing], _ page: PurchasesPage, at serverTime: ServerTime?
    ) -> Answer<PurchasesPage> {
        var page = page
        do {
            page.purchases = try cache.write {
                try $0.shelve(rows, in: store, at: clock.now() / 1_000)
            }
            return .ok(page, at: serverTime)
        } catch {
            return .failed(Self.unwritable, at: serverTime)
        }
    }

    /// Nothing was kept of the answer; it is asked for again.
    private static let unwritable = CallFailure.nothingLeft(words: "The cache cannot be written.")
}

extension InventoryPage.Row {
    fileprivate var attributes: Attributes {
        var values = Attributes()
        values["remote_id"] = remoteID.map(String.init)
        values[ListingAttribute.eventID] = eventID.map(String.init)
        return values
    }
}

extension InventoryPage {
    /// What a person should know of rows that are no listings to be marked.
    fileprivate var told: [SetAside] {
        let unmapped = rows.filter { $0.id == nil }
        var told = setAside.map {
            SetAside(row: $0, id: nil, field: "", problem: "its row in the list cannot be read")
        }
        guard let first = unmapped.first else { return told }
        let some = unmapped.prefix(5).compactMap(\.remoteID).map(String.init).joined(separator: ", ")
        let more = unmapped.count > 5 ? " and \(unmapped.count - 5) more" : ""
        let count = unmapped.count == 1 ? "One listing is" : "\(unmapped.count) listings are"
        var row = SetAside(row: 0, id: nil, field: "", problem: "")
        row.sentence =
            "\(count) not mapped to an event yet, so that nothing of \(unmapped.count == 1 ? "it" : "them") can be changed"
            + (first.remoteID == nil ? "." : ": remote ids \(some)\(more).")
        told.append(row)
        return told
    }
}
