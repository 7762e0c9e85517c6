import GRDB
import Model
import Testing

@testable import Cache

/// A backlog made by an earlier version is there, whole, after the schema has moved on.
@Suite("Upgrading")
struct UpgradeTests {
    /// Everything that no sync brings back, as a person would miss it.
    private struct Backlog: Equatable {
        var marks: [Mark]
        var attempts: [[Attempt]]
        var alarms: [Alarm]
        var late: [EntryKey: MarkID]
        var hold: Hold?
        var log: [AuditEntry]
        var stores: [Store]
        var epoch: Int64

        init(_ cache: Cache, _ key: PurchaseKey) throws {
            self = try cache.read { reader in
                let marks = try reader.marks(of: key)
                return Backlog(
                    marks: marks, attempts: try marks.map { try reader.attempts(of: $0.id) },
                    alarms: try reader.alarms(of: key), late: try reader.lateClaims(of: key),
                    hold: try reader.hold(of: key), log: try reader.auditLog(limit: 100),
                    stores: try reader.stores(), epoch: try reader.epoch(of: key.store))
            }
        }

        private init(
            marks: [Mark], attempts: [[Attempt]], alarms: [Alarm], late: [EntryKey: MarkID], hold: Hold?,
            log: [AuditEntry], stores: [Store], epoch: Int64
        ) {
            (self.marks, self.attempts, self.alarms, self.late) = (marks, attempts, alarms, late)
            (self.hold, self.log, self.stores, self.epoch) = (hold, log, stores, epoch)
        }
    }

    @Test(
        "From every earlier step every mark, attempt and line of the log is kept",
        arguments: 1..<Schema.steps.count)
    func backlog(steps: Int) throws {
        let now = TemporaryFolder()
        let (key, before) = try fill(now)
        #expect(before.marks.map(\.state) == MarkState.allCases)
        #expect(before.attempts.contains { $0.count == 2 })

        let old = TemporaryFolder()
        try makeOld(old, steps: steps, from: now)
        let upgraded = try Cache(directory: old.path)
        #expect(try Backlog(upgraded, key) == before)
        let flaws = try upgraded.flaws()
        #expect(flaws == [])
        // It goes on as if nothing had happened: the marks are open, and no number is given twice.
        #expect(
            try upgraded.read { try $0.openMarks(in: key.store).map(\.state) }
                == MarkState.allCases.filter(\.isOpen))
        let next = try upgraded.write { writer in
            let action = try writer.insertAction(.ship, by: .packer, at: 9)
            return try writer.insert(.sample(key, action: action))
        }
        #expect(try #require(before.marks.last).id < next.id)
    }

    @Test("What nobody bought gets the day that its values tell, and without one comes last")
    func dates() throws {
        let now = TemporaryFolder()
        let cache = try Cache(directory: now.path)
        let office = StoreIdentity(api: .ticketEvolution, baseURL: "http://127.0.0.1:1", place: "1")
        let store = try cache.write { try $0.adopt(office, name: "office") }
        let awaited: Attributes = ["in_hand": "false", "in_hand_on": "1970-01-02"]
        try cache.write { writer in
            let listings = [("1", Attributes()), ("2", awaited)].map { id, values in
                Purchase(
                    listing: PurchaseID(id), values: values, kind: ItemKind(itemID: 1), shippedAt: nil)
            }
            try writer.save(listings, in: store.id, readBegan: 1)
        }
        // As the step before left them.
        let queue = try DatabaseQueue(path: now.path + "/shipdesk.sqlite")
        try queue.write { db in
            try db.execute(sql: "UPDATE listing SET date = 0")
            try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = '0015 dates'")
        }
        try queue.close()
        let upgraded = try Cache(directory: now.path)
        let rows = try upgraded.read { try $0.window(ListQuery(), .first, limit: 10).rows }
        #expect(rows.map(\.key.purchase.text) == ["2", "1"])
        #expect(rows.map(\.listedAt) == [129_600, nil])
    }

    @Test("A reader alone does not upgrade, says so, and leaves the file as it is")
    func readersDoNotUpgrade() throws {
        let now = TemporaryFolder()
        _ = try fill(now)
        let old = TemporaryFolder()
        try makeOld(old, steps: 1, from: now)
        #expect(throws: CacheError.olderSchema) { try Cache(directory: old.path, readOnly: true) }
    }

    /// A mark in every state, one of them sent twice, with all that stands around it.
    private func fill(_ folder: TemporaryFolder) throws -> (PurchaseKey, Backlog) {
        let cache = try Cache(directory: folder.path)
        let store = try cache.write { try $0.adopt(.ticketStore("1"), name: "gala") }
        let key = PurchaseKey(store: store.id, purchase: PurchaseID(1))
        try cache.write { writer in
            let action = try writer.insertAction(.ship, by: .packer, at: 1)
            for state in MarkState.allCases {
                let made = try writer.insert(.sample(key, action: action, tracking: "T-\(state.rawValue)"))
                try send(made, times: state == .unknown ? 2 : 1, then: state, writer)
                try writer.audit(
                    AuditEntry(
                        at: 7, author: .packer, store: key.store, purchase: key.purchase, mark: made.id,
                        action: action, event: state.rawValue, words: "Said so."))
            }
            let late = EntryKey(item: 1, at: 5, quantity: 1, tracking: "t-confirmed", ordinal: 1)
            try writer.claim(late, by: MarkID(3), in: key)
            try writer.raise(Alarm(reason: .landedLate, mark: MarkID(3), words: "late"), on: key)
            try writer.hold(key, Hold(reason: "wait", author: .packer, at: 1))
            _ = try writer.raiseEpoch(of: store.id)
        }
        let backlog = try Backlog(cache, key)
        try cache.close()
        return (key, backlog)
    }

    private func send(_ made: Mark, times: Int, then state: MarkState, _ writer: CacheWriter) throws {
        var mark = made
        if state == .queued { return }
        for number in 1...times {
            mark.attempt = Attempt(
                epoch: 1, request: "r\(number)-\(made.id)", sentAt: Int64(number) * 1000,
                snapshot: [EntryKey(item: 1, at: 4, quantity: 1, tracking: "", ordinal: 0)], lines: 2,
                failedAt: 3000, absentReads: [2000])
            mark.attempts = number
            mark.notBefore = 9000
            mark.reason = "No answer came."
            let before = mark.state
            mark.state = number == times ? state : .sending
            try writer.update(mark, expecting: before)
        }
    }

    /// A file as a version with so many steps of the schema left it: its kept tables hold the same rows.
    private func makeOld(_ folder: TemporaryFolder, steps: Int, from source: TemporaryFolder) throws {
        try FolderMaker.make(folder.path)
        let database = try DatabaseQueue(path: folder.path + "/shipdesk.sqlite")
        var migrator = DatabaseMigrator()
        for step in Schema.steps.prefix(steps) {
            migrator.registerMigration(step.name) { try $0.execute(sql: step.sql) }
        }
        try migrator.migrate(database)
        try database.writeWithoutTransaction { database in
            try database.execute(sql: "ATTACH ? AS new", arguments: [source.path + "/shipdesk.sqlite"])
            // Where a file lies is its own affair: with another's place it would be taken for a copy.
            let tables = try Schema.keptTables.filter {
                try $0 != "place" && database.tableExists($0, in: "main")
            }
            for table in tables {
                let columns = try database.columns(in: table).map(\.name).joined(separator: ", ")
                try database.execute(
                    sql: "INSERT INTO main.\(table) (\(columns)) SELECT \(columns) FROM new.\(table)")
            }
            try database.execute(sql: "DETACH new")
        }
        try database.close()
    }
}

private enum FolderMaker {
    static func make(_ path: String) throws { try DataDirectory(path: path).makeDirectories() }
}
