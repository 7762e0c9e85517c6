import FoundationEssentials
import Glibc
import Model
import Testing

@testable import Cache

@Suite("Repair")
struct RepairTests {
    @Test func aFileThatIsNoDatabaseIsDamaged() throws {
        let folder = TemporaryFolder()
        mkdir(folder.path, 0o700)
        try Data("this is not a database, not at all".utf8)
            .write(to: URL(filePath: folder.path + "/shipdesk.sqlite"))
        #expect(throws: CacheError.damaged) { try Cache(directory: folder.path) }
        let report = try Cache.repair(directory: folder.path)
        #expect(report.torn == Schema.keptTables)
        #expect(try Cache(directory: folder.path).read { try $0.stores() }.isEmpty)
        #expect(try Data(contentsOf: URL(filePath: report.oldFile)).starts(with: Data("this is".utf8)))
    }

    @Test func everythingThatNoSyncBringsBackIsCarriedOver() throws {
        let folder = TemporaryFolder()
        let before = try fill(folder)
        try scribble(over: "purchases", folder)
        let report = try Cache.repair(directory: folder.path)
        #expect(report.torn == [])
        let cache = try Cache(directory: folder.path)
        #expect(try Kept(cache, before.key) == before)
        #expect(try cache.read { try $0.facts(of: before.key.store) }.watermark == nil)
        #expect(try cache.read { try $0.facts(of: before.key.store) }.movesLastModified == true)
        #expect(try cache.read { try $0.counts()[.all] } == 0)
        #expect(access(report.oldFile, F_OK) == 0)
        #expect(try cache.flaws() == [])
    }

    @Test func aDamagedFileIsToldWhenItIsRead() throws {
        let folder = TemporaryFolder()
        let key = try fill(folder).key
        try scribble(over: "purchases", folder)
        let cache = try Cache(directory: folder.path)
        #expect(throws: CacheError.damaged) { try cache.read { try $0.purchase(key) } }
        #expect(try cache.flaws() != [])
    }

    @Test func ofATornTableWhatCanBeReadIsCarriedOver() throws {
        let folder = TemporaryFolder()
        let key = try fill(folder, marks: 300).key
        try scribble(over: "marks", folder, leaf: true)
        let report = try Cache.repair(directory: folder.path)
        #expect(report.torn == ["marks"])
        let marks = try Cache(directory: folder.path).read { try $0.marks(of: key) }
        #expect((200..<300).contains(marks.count))
        #expect(marks.first?.id == MarkID(1))
        #expect(marks.last?.id == MarkID(300))
    }

    @Test func nobodyRepairsWhatSomebodyHasOpen() throws {
        let here = try TemporaryCache()
        #expect(throws: CacheError.inUse) { try Cache.repair(directory: here.folder.path) }
        #expect(try here.cache.read { try $0.stores() } == [here.store])
    }

    @Test func aRepairThatBrokeOffIsFinishedByTheNextToOpen() throws {
        let folder = TemporaryFolder()
        let before = try fill(folder)
        try scribble(over: "purchases", folder)
        let path = folder.path + "/shipdesk.sqlite"
        _ = try Salvage(from: path, to: path + ".repairing").run()
        rename(path + ".repairing", path + ".repaired")
        rename(path, path + ".damaged-1")
        try Data("of the old file".utf8).write(to: URL(filePath: path + "-wal"))
        let cache = try Cache(directory: folder.path)
        #expect(try Kept(cache, before.key) == before)
        #expect(access(path + ".damaged-1-wal", F_OK) == 0)
    }

    /// What must survive.
    private struct Kept: Equatable {
        var key: PurchaseKey
        var marks: [Mark]
        var attempts: [Attempt]
        var alarms: [Alarm]
        var hold: Hold?
        var memos: [Memo]
        var claim: Claim?
        var remaining: [Int: Int]
        var log: [AuditEntry]
        var stores: [Store]
        var epoch: Int64

        init(_ cache: Cache, _ key: PurchaseKey) throws {
            self = try cache.read {
                try Kept(
                    key: key, marks: $0.marks(of: key), attempts: $0.attempts(of: MarkID(1)),
                    alarms: $0.alarms(of: key), hold: $0.hold(of: key),
                    memos: $0.memos(of: key), claim: $0.claim(of: key),
                    remaining: $0.serverRemaining(of: key),
                    log: $0.auditLog(limit: 9), stores: $0.stores(), epoch: $0.epoch(of: key.store))
            }
        }

        private init(
            key: PurchaseKey, marks: [Mark], attempts: [Attempt], alarms: [Alarm], hold: Hold?,
            memos: [Memo], claim: Claim?, remaining: [Int: Int], log: [AuditEntry], stores: [Store],
            epoch: Int64
        ) {
            (self.key, self.marks, self.attempts, self.alarms) = (key, marks, attempts, alarms)
            (self.hold, self.remaining, self.log, self.stores) = (hold, remaining, log, stores)
            (self.memos, self.claim, self.epoch) = (memos, claim, epoch)
        }
    }

    /// A cache with something of every kind, closed again.
    private func fill(_ folder: TemporaryFolder, marks: Int = 1) throws -> Kept {
        let cache = try Cache(directory: folder.path)
        let store = try cache.write { try $0.adopt(.ticketStore("1"), name: "gala") }
        let key = PurchaseKey(store: store.id, purchase: PurchaseID(1))
        try cache.write { cache in
            try cache.save((1...200).map { .sample($0) }, in: store.id, readBegan: 1)
            let action = try cache.insertAction(.ship, by: .packer, at: 1)
            for _ in 0..<marks {
                var mark = try cache.insert(.sample(key, action: action))
                mark.attempt = Attempt(epoch: 1, request: "r", sentAt: 2, snapshot: [], lines: 1)
                mark.state = .unknown
                try cache.update(mark, expecting: .queued)
            }
            try cache.raise(Alarm(reason: .landedLate, words: "late"), on: key)
            try cache.hold(key, Hold(reason: "wait", author: .packer, at: 1))
            try cache.add(Memo(text: "ring", author: .packer, at: 2), to: key)
            try cache.claim(key, Claim(author: .packer, process: "1.1", since: 2))
            try cache.setServerRemaining(1, of: 1, in: key, at: 1)
            try cache.audit(AuditEntry(at: 1, author: .packer, event: "queued", words: "one"))
            try cache.setFacts(StoreFacts(watermark: 5, movesLastModified: true), of: store.id)
            _ = try cache.raiseEpoch(of: store.id)
        }
        let kept = try Kept(cache, key)
        try cache.close()
        return kept
    }

    /// Overwrites the root page of a table, or one of its leaves.
    private func scribble(over table: String, _ folder: TemporaryFolder, leaf: Bool = false) throws {
        let path = folder.path + "/shipdesk.sqlite"
        let cache = try Cache(path: path, pooled: false)
        let page: Int? = try cache.read {
            leaf
                ? try $0.db.value(
                    """
                    SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'
                    ORDER BY path LIMIT 1 OFFSET 3
                    """, table)
                : try $0.db.value("SELECT rootpage FROM sqlite_schema WHERE name = ?", table)
        }
        try cache.close()
        let number = try #require(page)
        let file = try #require(fopen(path, "r+"))
        fseek(file, (number - 1) * 4096, SEEK_SET)
        fwrite([UInt8](repeating: 0x5A, count: 4096), 1, 4096, file)
        fclose(file)
    }
}
