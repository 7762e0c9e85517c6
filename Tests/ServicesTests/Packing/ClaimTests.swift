import Cache
import Glibc
import Model
import Services
import Testing

@Suite("Claims")
struct ClaimTests {
    private static let ben = Author(person: "ben", station: "bench-1")
    private static let now: Int64 = 2_000_000_000_000

    @Test("A claim shows to others, not to who has it; a second one does not push it aside")
    func shows() throws {
        let desk = try Desk([Sample.purchase()])
        let (mine, theirs) = (
            ClaimBook(cache: desk.cache), ClaimBook(cache: desk.cache, process: try Self.other())
        )
        try mine.claim(desk.key(), by: Sample.author, now: Self.now)
        #expect(try standing(desk, theirs)?.author == Sample.author)
        #expect(try standing(desk, mine) == nil)
        try theirs.claim(desk.key(), by: Self.ben, now: Self.now)
        #expect(try standing(desk, theirs)?.author == Sample.author)
    }

    @Test("Taking over tells the one before, whose letting go leaves it alone")
    func takingOver() throws {
        let desk = try Desk([Sample.purchase()])
        let (mine, theirs) = (
            ClaimBook(cache: desk.cache), ClaimBook(cache: desk.cache, process: try Self.other())
        )
        try mine.claim(desk.key(), by: Sample.author, now: Self.now)
        try theirs.takeOver(desk.key(), by: Self.ben, now: Self.now + 1_000)
        #expect(try standing(desk, mine)?.author == Self.ben)
        #expect(try standing(desk, mine)?.since == Self.now / 1_000 + 1)
        try mine.release(desk.key())
        #expect(try standing(desk, mine)?.author == Self.ben)
        try theirs.releaseAll()
        #expect(try standing(desk, mine) == nil)
    }

    @Test("It ends after 15 minutes, and with its program")
    func ends() throws {
        let desk = try Desk([Sample.purchase(), Sample.purchase(2)])
        let mine = ClaimBook(cache: desk.cache)
        let theirs = ClaimBook(cache: desk.cache, process: try Self.other())
        try theirs.claim(desk.key(), by: Self.ben, now: Self.now)
        let claim = try desk.cache.read { try $0.claim(of: desk.key()) }
        #expect(mine.standing(claim, now: Self.now / 1_000 + 899) != nil)
        #expect(mine.standing(claim, now: Self.now / 1_000 + 900) == nil)

        let ended = ClaimBook(cache: desk.cache, process: "\(getpid()).1")
        try ended.claim(desk.key(2), by: Self.ben, now: Self.now)
        let dead = try desk.cache.read { try $0.claim(of: desk.key(2)) }
        #expect(dead != nil)
        #expect(mine.standing(dead, now: Self.now / 1_000) == nil, "the same number, another program")
        try mine.claim(desk.key(2), by: Sample.author, now: Self.now)
        #expect(try desk.cache.read { try $0.claims() }.count == 2)
        #expect(try desk.cache.read { try $0.claim(of: desk.key(2)) }?.author == Sample.author)
    }

    @Test("Whatever is claimed, a mark is accepted by its own rules")
    func forbidsNothing() throws {
        let desk = try Desk([Sample.purchase()])
        try ClaimBook(cache: desk.cache, process: try Self.other())
            .claim(desk.key(), by: Self.ben, now: Self.now)
        #expect(try desk.ship(1).count == 1)
    }

    private func standing(_ desk: Desk, _ book: ClaimBook) throws -> Claim? {
        book.standing(try desk.cache.read { try $0.claim(of: desk.key()) }, now: Self.now / 1_000 + 2)
    }

    /// Another program that runs for as long as this one: its parent.
    private static func other() throws -> String {
        let pid = getppid()
        let file = try #require(fopen("/proc/\(pid)/stat", "r"))
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 2_048)
        let count = fread(&bytes, 1, bytes.count, file)
        let text = String(decoding: bytes.prefix(count), as: UTF8.self)
        let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
        return "\(pid).\(fields[19])"
    }
}
