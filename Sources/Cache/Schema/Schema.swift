import GRDB

/// The schema as named steps. Steps that were shipped are never changed: a change is a new step.
enum Schema {
    static let steps: [(name: String, sql: String)] = [
        ("0001 kept", kept),
        ("0002 purchases", purchases),
        ("0003 listing", listing),
        ("0004 mark times", markTimes),
        ("0005 late claims", lateClaims),
        ("0006 imports", imports),
    ]

    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        for step in steps {
            migrator.registerMigration(step.name) { try $0.execute(sql: step.sql) }
        }
        return migrator
    }()

    /// The tables that no sync brings back: a repair carries them over.
    static let keptTables = [
        "stores", "actions", "marks", "attempts", "late_claims", "alarms", "holds", "server_remaining",
        "audit", "imports",
    ]
}
