import Cache
import Model
import Testing

@Suite("Counts of the tabs")
struct CountTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func staysEqualToARecountWhateverHappens(_ seed: UInt64) throws {
        let here = try TemporaryCache()
        var chance = SeededGenerator(seed: seed)
        for step in 0..<120 {
            try happen(here, step: Int64(step), &chance)
            if step % 10 == 9 { try check(here) }
        }
        try check(here)
    }

    /// Something that a sync, a sender or a person may do.
    private func happen(
        _ here: TemporaryCache, step: Int64, _ chance: inout SeededGenerator
    ) throws {
        let key = here.key(Int.random(in: 1...12, using: &chance))
        let purchase = random(key.purchase, &chance)
        let kind = Int.random(in: 0..<9, using: &chance)
        let quantity = Int.random(in: -1...3, using: &chance)
        let state = MarkState.allCases.randomElement(using: &chance) ?? .queued
        try here.cache.write { cache in
            switch kind {
            case 0...2: try cache.save([purchase], in: here.id, readBegan: step, pass: step / 20)
            case 3, 4:
                let action = try cache.insertAction(.ship, by: .packer, at: step)
                _ = try cache.insert(.sample(key, action: action, quantity: quantity, state: state))
            case 5:
                guard var mark = try cache.marks(of: key).last else { return }
                let old = mark.state
                mark.state = state
                try cache.update(mark, expecting: old)
            case 6: try cache.hold(key, Hold(reason: "wait", author: .packer, at: step))
            case 7: try cache.release(key)
            default: _ = try cache.finishFullPass(step / 20, of: here.id)
            }
        }
    }

    private func random(_ id: PurchaseID, _ chance: inout SeededGenerator) -> Purchase {
        var purchase = Purchase.sample(
            1, quantity: Int.random(in: 0...4, using: &chance),
            ledger: Bool.random(using: &chance) ? [.of(Int.random(in: 1...4, using: &chance))] : [])
        purchase.id = id
        if Bool.random(using: &chance) { purchase.address = nil }
        return purchase
    }

    /// Kept counts, lists and what the rules say of every purchase agree.
    private func check(_ here: TemporaryCache) throws {
        try here.cache.read { cache in
            let counts = try cache.counts()
            var details: [PurchaseKey: PurchaseDetail] = [:]
            try cache.details(matching: ListQuery()) { details[$0.key] = $0 }
            #expect(counts[.all] == details.count)
            for filter in StateFilter.allCases {
                let rows = try cache.window(ListQuery(filter: filter), .first, limit: 100).rows
                #expect(rows.count == counts[filter], "\(filter)")
                for row in rows {
                    let standing = try #require(details[row.key]).standing
                    #expect(row.state == standing.state)
                    #expect(row.attention == standing.attention)
                    #expect(row.isWaiting == standing.isWaiting)
                }
            }
        }
    }
}
