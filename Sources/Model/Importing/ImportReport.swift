/// What an import did, or would do, row by row.
package struct ImportReport: Sendable, Hashable {
    /// The file's name, without its folder.
    package var file: String
    /// Tells contents apart: the same for the same bytes.
    package var fingerprint: String
    /// In the order of the file.
    package var rows: [ImportReportRow] = []
    /// Headers of columns that were left out.
    package var ignored: [String] = []
    /// The same contents were imported before.
    package var earlier: EarlierImport?
    /// Nil for a dry run, where no row was good, and where it was imported before.
    package var accepted: Accepted?

    package init(file: String, fingerprint: String) {
        self.file = file
        self.fingerprint = fingerprint
    }

    package var good: [ImportReportRow] { rows.filter { $0.problem == nil } }
    package var bad: [ImportReportRow] { rows.filter { $0.problem != nil } }
    package var purchases: Int { Set(good.compactMap(\.key)).count }
    package var items: Int { good.reduce(0) { $0 + $1.parts.reduce(0) { $0 + $1.quantity } } }

    /// `12 rows: 10 good (9 purchases, 14 items), 2 bad`.
    package var summary: String {
        let sizes = "\(Self.counted(purchases, "purchase")), \(Self.counted(items, "item"))"
        let all = "\(Self.counted(rows.count, "row")): \(good.count) good"
        return all + (good.isEmpty ? "" : " (\(sizes))") + ", \(bad.count) bad"
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}

package struct ImportReportRow: Sendable, Hashable {
    /// So much of one item.
    package struct Part: Sendable, Hashable {
        package var item: Int
        package var quantity: Int
        package var name: String
        package init(item: Int, quantity: Int, name: String) {
            self.item = item
            self.quantity = quantity
            self.name = name
        }
    }
    package var line: Int
    /// As the file names it.
    package var purchase: String
    package var tracking: String?
    package var deliverBy: PlainDate?
    /// Nil where no such purchase is known.
    package var key: PurchaseKey?
    /// What is marked; empty for a bad row.
    package var parts: [Part] = []
    /// Why it was not taken; nil for a good row.
    package var problem: String?
    /// What a person should look at, though it was taken.
    package var warnings: [String] = []

    package init(line: Int, purchase: String, tracking: String? = nil, deliverBy: PlainDate? = nil) {
        self.line = line
        self.purchase = purchase
        self.tracking = tracking
        self.deliverBy = deliverBy
    }

    /// `2 Shirt L, 1 Mug`.
    package var contents: String { parts.map { "\($0.quantity) \($0.name)" }.joined(separator: ", ") }
}

/// When and by whom a file was imported.
package struct EarlierImport: Sendable, Hashable {
    package var file: String
    package var author: Author
    /// Unix milliseconds.
    package var at: Int64
    package var action: ActionID

    package init(file: String, author: Author, at: Int64, action: ActionID) {
        self.file = file
        self.author = author
        self.at = at
        self.action = action
    }
}
