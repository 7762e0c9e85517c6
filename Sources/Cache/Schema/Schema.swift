import GRDB

/// The schema as named steps. Steps that were shipped are never changed: a change is a new step.
enum Schema {
    static let steps: [Step] = [
        Step("0001 kept", kept),
        Step("0002 purchases", purchases),
        Step("0003 listing", listing),
        Step("0004 mark times", markTimes),
        Step("0005 late claims", lateClaims),
        Step("0006 imports", imports),
        Step("0007 packing", packing, fill: fillPacking),
        Step("0008 place", place),
        Step("0009 finding", finding, fill: fillFinding),
        Step("0010 own ledger", ownLedger),
        Step("0011 values", values),
        Step("0012 buyers", buyers),
        Step("0013 tracked", tracked),
        Step("0014 asked passes", askedPasses),
        Step("0015 dates", dates, fill: fillDates),
    ]

    /// `fill`: works out what the step's new columns hold for rows that were there before.
    struct Step {
        var name: String
        var sql: String
        var fill: (@Sendable (Connection) throws -> Void)?

        init(_ name: String, _ sql: String, fill: (@Sendable (Connection) throws -> Void)? = nil) {
            self.name = name
            self.sql = sql
            self.fill = fill
        }
    }

    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        for step in steps {
            migrator.registerMigration(step.name) {
                try $0.execute(sql: step.sql)
                try step.fill?(Connection($0))
            }
        }
        return migrator
    }()

    /// The tables that no sync brings back: a repair carries them over.
    static let keptTables = [
        "stores", "actions", "marks", "attempts", "late_claims", "alarms", "holds", "server_remaining",
        "audit", "imports", "memos", "claims", "place", "inherited", "views", "given_numbers",
        "given_variants", "own_ledger", "tracked", "asked_passes",
    ]
}
