import FoundationEssentials
import Glibc
import Model
import Testing

@testable import Cache

@Suite("The schema")
struct SchemaTests {
    /// Steps that were shipped never change: only lines at the end may be new.
    @Test func isTheOneThatWasAgreedOn() throws {
        let here = try TemporaryCache()
        let statements = try here.cache.read {
            try $0.db.rows(
                """
                SELECT sql FROM sqlite_schema
                WHERE sql IS NOT NULL AND name NOT LIKE 'search_%' AND name NOT LIKE 'grdb_%' ORDER BY rowid
                """
            ) { $0[0] as String }
        }
        let dump = statements.map { $0 + ";\n" }.joined(separator: "\n")
        if getenv("SHIPDESK_RECORD") != nil { try dump.write(to: golden, atomically: true, encoding: .utf8) }
        #expect(try String(contentsOf: golden, encoding: .utf8) == dump)
    }

    @Test func everyTableIsEitherKeptOrReadAgain() throws {
        let here = try TemporaryCache()
        let tables = try here.cache.read {
            try $0.db.rows(
                """
                SELECT name FROM sqlite_schema WHERE type = 'table'
                    AND name NOT LIKE 'search%' AND name NOT LIKE 'grdb_%' AND name NOT LIKE 'sqlite_%'
                """
            ) { $0[0] as String }
        }
        let readAgain = [
            "purchases", "readings", "items", "transfers", "refunds", "cancelled", "ledger", "set_aside",
            "names",
            "names_generation", "listing", "counts", "buyers", "buyers_refused",
        ]
        #expect(Set(tables) == Set(Schema.keptTables).union(readAgain))
    }

    private var golden: URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/schema.sql")
    }
}
