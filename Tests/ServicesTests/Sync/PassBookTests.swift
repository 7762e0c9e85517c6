import APIs
import Cache
import Model
import Services
import Testing

@Suite("Pass book")
struct PassBookTests {
    private let odd = SetAside(row: 0, id: PurchaseID(1), field: "items", problem: "no list")

    private func page(_ number: Int, _ ids: [Int], aside: [SetAside] = [], server: Int64? = nil)
        -> PassBook.Page
    {
        PassBook.Page(
            number: number,
            content: PurchasesPage(purchases: ids.map { Sample.purchase($0) }, setAside: aside),
            began: 10_000, serverTime: server.map { ServerTime(unixSeconds: $0) })
    }

    private func full(_ desk: Desk, _ pages: [PassBook.Page]) throws {
        let book = PassBook(cache: desk.cache, outbox: desk.outbox)
        var reading = PassBook.Reading(progress: try book.begin(.full, now: 5_000_000))
        for page in pages { _ = try book.keep(page, in: &reading, now: 5_000_000) }
        try book.finish(reading.progress, now: 5_000_000)
    }

    @Test("What two complete passes did not show is gone; what they could not read is not")
    func vanished() throws {
        let desk = try Desk([Sample.purchase(1), Sample.purchase(2)])
        for _ in 1...2 { try full(desk, [page(1, [], aside: [odd])]) }
        #expect(try !desk.cache.read { try $0.isGone(desk.key(1)) })
        #expect(try desk.cache.read { try $0.isGone(desk.key(2)) })
    }

    @Test("While a row shows no id, nothing is called gone")
    func nameless() throws {
        let desk = try Desk()
        var nameless = odd
        nameless.id = nil
        for _ in 1...3 { try full(desk, [page(1, [], aside: [nameless])]) }
        #expect(try !desk.cache.read { try $0.isGone(desk.key(1)) })
    }

    @Test("A page of rows that cannot be read is new once, and not when it comes again and again")
    func repeatedAside() throws {
        let desk = try Desk()
        let book = PassBook(cache: desk.cache, outbox: desk.outbox)
        var reading = PassBook.Reading(progress: try book.begin(.full, now: 5_000_000))
        #expect(try book.keep(page(1, [], aside: [odd]), in: &reading, now: 5_000_000) == (1, 1))
        #expect(try book.keep(page(2, [], aside: [odd]), in: &reading, now: 5_000_000) == (1, 0))
    }

    @Test("The watermark is the lower of the server's date and the highest stamp seen, less the overlap")
    func watermark() throws {
        let desk = try Desk()
        try full(desk, [page(1, [1], server: 9_000)])
        #expect(try desk.cache.read { try $0.facts(of: desk.store.id) }.watermark == 1_700)
    }

    @Test("Listed with the cleared ones and not without them: cleared, unless it is new, or listed twice")
    func cleared() throws {
        let desk = try Desk([])
        let book = PassBook(cache: desk.cache, outbox: desk.outbox)
        var first = PassBook.Reading(progress: try book.begin(.full, now: 5_000_000))
        _ = try book.keep(page(1, [1]), in: &first, now: 5_000_000)
        var progress = first.progress
        progress.id += 1
        var second = PassBook.Reading(progress: progress, listing: .cleared(seenIn: first.progress.id))
        var all = page(1, [1, 2, 3])
        all.content.purchases[2].purchasedAt = 9_000
        _ = try book.keep(all, in: &second, now: 5_000_000)
        all.number = 2
        _ = try book.keep(all, in: &second, now: 5_000_000)
        let cleared = try [1, 2, 3].map { id in
            try desk.cache.read { try $0.purchase(desk.key(id))?.isCleared }
        }
        #expect(cleared == [false, true, false])
    }
}
