import Dispatch
import FoundationEssentials
import Glibc
import Model
import Synchronization
import Testing

@testable import Cache

@Suite("Opening", .timeLimit(.minutes(1)))
struct OpeningTests {
    @Test func firstOpenersDoNotRace() async throws {
        for _ in 0..<5 {
            let folder = TemporaryFolder()
            let failures = await onThreads(6) { number in
                let cache = try Cache(directory: folder.path)
                try cache.write { _ = try $0.adopt(.ticketStore("\(number)"), name: "x") }
            }
            #expect(failures == [])
            #expect(try Cache(directory: folder.path).read { try $0.stores() }.count == 6)
        }
    }

    @Test func twoCachesOnOneFolderLoseNoUpdate() async throws {
        let here = try TemporaryCache()
        let (id, path) = (here.id, here.folder.path)
        let failures = await onThreads(4) { _ in
            let cache = try Cache(directory: path)
            for _ in 0..<25 { try cache.write { _ = try $0.raiseEpoch(of: id) } }
        }
        #expect(failures == [])
        #expect(try here.cache.read { try $0.epoch(of: id) } == 100)
    }

    @Test func theFileIsThePersonsOwnAndInAGroupsFolderTheGroups() throws {
        let own = TemporaryFolder()
        _ = try Cache(directory: own.path + "/made/deeper")
        #expect(mode(own.path + "/made/deeper") == 0o700)
        #expect(mode(own.path + "/made/deeper/shipdesk.sqlite") == 0o600)

        let shared = TemporaryFolder()
        mkdir(shared.path, 0o770)
        chmod(shared.path, 0o2770)
        let cache = try Cache(directory: shared.path)
        for suffix in ["", "-wal", "-shm"] {
            #expect(mode(shared.path + "/shipdesk.sqlite" + suffix) == 0o660)
        }
        withExtendedLifetime(cache) {}
    }

    @Test func everyCommitReachesTheDisk() throws {
        let here = try TemporaryCache()
        let synchronous: Int? = try here.cache.write { try $0.db.value("PRAGMA synchronous") }
        let journal: String? = try here.cache.write { try $0.db.value("PRAGMA journal_mode") }
        #expect(synchronous == 2)
        #expect(journal == "wal")
    }

    @Test func aReaderOfNothingIsToldWhatToDo() {
        #expect(throws: CacheError.missing(directory: "/tmp/nowhere-at-all")) {
            try Cache(directory: "/tmp/nowhere-at-all", readOnly: true)
        }
    }

    @Test func aReaderReadsAndDoesNotWrite() throws {
        let here = try TemporaryCache()
        let reader = try Cache(directory: here.folder.path, readOnly: true)
        #expect(try reader.read { try $0.stores() } == [here.store])
        #expect(throws: CacheError.readOnly) { try reader.write { _ = try $0.raiseEpoch(of: here.id) } }
    }

    @Test func aFileWhereTheFolderShouldBeIsSaidPlainly() throws {
        let folder = TemporaryFolder()
        mkdir(folder.path, 0o700)
        try Data("x".utf8).write(to: URL(filePath: folder.path + "/file"))
        for path in ["/file", "/file/below"] {
            #expect(throws: CacheError.unusableDirectory(folder.path + path)) {
                try Cache(directory: folder.path + path)
            }
        }
    }

    @Test func aNewerSchemaIsRefusedAndNothingTouched() throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/shipdesk.sqlite"
        do {
            let cache = try Cache(directory: folder.path)
            try cache.write { try $0.db.run("INSERT INTO grdb_migrations VALUES ('9999 of tomorrow')") }
            try cache.close()
        }
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(throws: CacheError.newerSchema) { try Cache(directory: folder.path) }
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    @Test func aFullDiskKeepsNothingHalfWritten() throws {
        let here = try TemporaryCache()
        try here.save(.sample(1))
        try here.cache.write { try $0.db.run("PRAGMA max_page_count = 1") }
        let page = (2...2000).map { Purchase.sample($0) }
        #expect(throws: CacheError.diskFull) {
            try here.cache.write { try $0.save(page, in: here.id, readBegan: 1) }
        }
        #expect(try here.cache.read { try $0.keys(matching: ListQuery()) } == [here.key(1)])
        #expect(try here.cache.read { try $0.counts()[.all] } == 1)
        #expect(try here.cache.flaws() == [])
        try here.cache.write { try $0.db.run("PRAGMA max_page_count = 1000000") }
        try here.cache.write { try $0.save(page, in: here.id, readBegan: 1) }
        #expect(try here.cache.read { try $0.counts()[.all] } == 2000)
    }

    @Test func oneConnectionAloneDoesTheSame() throws {
        let here = try TemporaryCache()
        try here.save(.sample(1))
        try here.cache.close()
        let copy = here.folder.path + "/copy.sqlite"
        try FileManager.default.copyItem(atPath: here.folder.path + "/shipdesk.sqlite", toPath: copy)
        let cache = try Cache(path: copy, pooled: false, durable: false)
        #expect(try cache.read { try $0.purchase(here.key(1)) } == .sample(1))
        try cache.write { try $0.save([.sample(2)], in: here.id, readBegan: 1) }
        #expect(try cache.read { try $0.counts()[.all] } == 2)
    }

    @Test func noSentenceTellsWhatWasStored() {
        let secret = "Hauptstr. 1"
        let errors: [CacheError] = [.damaged, .newerSchema, .diskFull, .readOnly, .busy, .broken, .other(1)]
        for error in errors {
            #expect(!error.sentence.contains(secret) && !error.sentence.contains("SELECT"))
            #expect(error.sentence.hasSuffix("."))
        }
    }

    private func mode(_ path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }
}

/// Runs a body on so many threads of their own, at once; returns what went wrong.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) async -> [String] {
    let failures = Mutex<[String]>([])
    let shared = Shared(failures)
    await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
        let group = DispatchGroup()
        for number in 0..<count {
            DispatchQueue(label: "test-\(number)").async(group: group) {
                do { try body(number) } catch { shared.add("\(error)") }
            }
        }
        group.notify(queue: .global()) { done.resume() }
    }
    return shared.all
}

/// What several threads found wrong.
private final class Shared: Sendable {
    private let failures: Mutex<[String]>
    init(_ failures: consuming Mutex<[String]>) { self.failures = failures }
    func add(_ failure: String) { failures.withLock { $0.append(failure) } }
    var all: [String] { failures.withLock(\.self) }
}
