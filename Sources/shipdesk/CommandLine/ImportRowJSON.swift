import Model

/// A row of an imported file as `import --json` prints it, beside the entries.
struct ImportRowJSON: Encodable {
    struct Part: Encodable {
        var item: Int
        var quantity: Int
    }
    /// Where it begins in the file, from 1.
    var line: Int
    /// As the file names it.
    var purchase: String
    @OrNull var tracking: String?
    /// Who may carry it; empty where no carrier is recognised.
    var carriers: [String]
    /// What is marked, or would be; empty for a bad row.
    var items: [Part]
    var warnings: [String]
    /// Why it was not taken.
    @OrNull var error: String?

    init(_ row: ImportReportRow) {
        line = row.line
        purchase = row.purchase
        tracking = row.tracking
        carriers = row.tracking.map { TrackingReading($0).candidates.map(\.words) } ?? []
        items = row.parts.map { Part(item: $0.item, quantity: $0.quantity) }
        warnings = row.warnings
        error = row.problem
    }
}
