import APIs
import Cache
import Model

/// What listings are: sections, seats, whether they are in hand.
extension TicketEvolutionChannel {
    /// So many are read one by one; for more, all come in one answer.
    private static let fewAtOnce = 4
    /// So many listings of which nothing is known are read one by one in a pass, where there is no other way.
    static let mostInPass = 20

    /// For a page of the list: all ticket groups, once a pass. Where they do not come in one answer, those
    /// with a mark in doubt are read by themselves, and some of which nothing is known yet.
    func passDetails(for ids: Set<PurchaseID>) async -> InventoryPass.Details {
        var details = await pass.details { await all() }
        if details.isRefused || details.failure != nil { return details }
        var wanted: [PurchaseID] = []
        do {
            wanted = try cache.read { reader in
                let awaited = try reader.purchasesToReconcile(in: store).intersection(ids)
                if details.isWhole { return awaited.filter { !details.tells(of: $0) } }
                let unknown = try ids.filter { id in
                    let known = try reader.purchase(PurchaseKey(store: store, purchase: id))
                    return known?.attributes[ListingAttribute.inHand] == nil
                }
                return Array(awaited) + unknown.subtracting(awaited).sortedByNumber.prefix(Self.mostInPass)
            }
        } catch {
            return details
        }
        let single = await oneByOne(wanted)
        details.told.merge(single.told) { $1 }
        details.isRefused = single.isRefused
        (details.failure, details.sign) = (single.failure, single.sign)
        return details
    }

    /// Those of some listings, just now.
    func details(of purchases: Set<PurchaseID>) async -> InventoryPass.Details {
        if purchases.count <= Self.fewAtOnce { return await oneByOne(purchases.sortedByNumber) }
        let all = await all()
        if all.isRefused || all.failure != nil { return all }
        // What the one answer does not show may still be there by itself.
        let rest = purchases.filter { !all.tells(of: $0) }
        var details = await oneByOne(rest.sortedByNumber)
        let wanted = Set(purchases.compactMap(\.number))
        details.told.merge(all.told.filter { wanted.contains($0.key) }) { $1 }
        return details
    }

    /// One answer with all of them. Where that call does not exist, does not work or is not the one to ask,
    /// an empty one.
    private func all() async -> InventoryPass.Details {
        guard client.readsTicketGroups else { return InventoryPass.Details() }
        let answer = await patiently { await client.ticketGroups() }
        note(answer.failure)
        var details = InventoryPass.Details()
        switch answer.result {
        case .success(let listings):
            details.isWhole = true
            for listing in listings { if let id = listing.id { details.told[id] = listing } }
        case .failure(.refused): details.isRefused = true
        case .failure(.named), .failure(.lost(_, answered: true)): break
        case .failure(let failure): (details.failure, details.sign) = (failure, answer.sign)
        }
        return details
    }

    /// No faster than the server bears: where the budget of calls is used up, it waits. One that the server
    /// does not know is missing from what comes back.
    private func oneByOne(_ purchases: [PurchaseID]) async -> InventoryPass.Details {
        var details = InventoryPass.Details()
        for id in purchases.compactMap(\.number) {
            let answer = await patiently { await client.listing(id) }
            note(answer.failure)
            switch answer.result {
            case .success(var listing):
                listing.id = id
                // A whole answer without notes says that there are none: what somebody writes later shows.
                listing.externalNotes = listing.externalNotes ?? ""
                listing.internalNotes = listing.internalNotes ?? ""
                details.told[id] = listing
            case .failure(.named): continue
            case .failure(.refused):
                details.isRefused = true
                return details
            case .failure(let failure):
                (details.failure, details.sign) = (failure, answer.sign)
                return details
            }
        }
        return details
    }

    private func note(_ failure: CallFailure?) {
        if case .refused? = failure { pass.note(mayNotRead: true) }
        if failure == nil { pass.note(mayNotRead: false) }
    }

    /// Where the calls of this second are used up, the next second's will do.
    func patiently<Value>(_ call: () async -> Answer<Value>) async -> Answer<Value> {
        var answer = await call()
        for _ in 0..<Self.mostWaits {
            guard case .throttled(let seconds?, _)? = answer.failure, seconds <= Self.longestWait else {
                break
            }
            try? await Task.sleep(for: .seconds(seconds))
            answer = await call()
        }
        return answer
    }

    private static let mostWaits = 5
    /// Seconds; a longer wait is shown as one.
    private static let longestWait = 2
}

extension InventoryPass.Details {
    fileprivate func tells(of purchase: PurchaseID) -> Bool {
        purchase.number.map { told[$0] != nil } ?? false
    }
}

extension Set<PurchaseID> {
    fileprivate var sortedByNumber: [PurchaseID] {
        sorted { ($0.number ?? 0, $0.text) < ($1.number ?? 0, $1.text) }
    }
}
