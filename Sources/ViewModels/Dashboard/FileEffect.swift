import Model

/// Files outside shipdesk's own: read, written, looked for. Answered off the key path.
package enum FileEffect: Sendable, Hashable {
    /// What importing the file would do; answered by `importPreview` or `importFailed`.
    case preview(String, Author)
    /// Takes it, if its contents are still those of the preview; answered by `imported` or `importFailed`.
    case importFile(String, fingerprint: String, again: Bool, Author)
    /// Answered by `exported` or `notExported`.
    case export(ExportOrder)
    /// Answered by `wrote` or `notExported`.
    case report(ReportOrder)
    /// The shipping label of an order, opened or saved. Answered by `wrote` or `notExported`.
    case label(PurchaseKey)
    /// Whether a file is a PDF that may be sent as a label; answered by `labelSeen`.
    case lookAtLabel(String)
    /// Names that a path may go on to; answered by `paths`.
    case complete(String)
}

/// What a file is that somebody wants to send as a label.
package enum LabelSight: Sendable, Hashable {
    /// For people: `301 B`.
    case pdf(size: String)
    /// Why it cannot be sent, and what to do.
    case unfit(String)
}

/// The purchases of a list, into a file.
package struct ExportOrder: Sendable, Hashable {
    package enum Form: String, Sendable, Hashable { case csv, jsonl }
    /// As it was typed.
    package var path: String
    package var form: Form
    /// A file of that name is replaced; otherwise it stands in the way.
    package var replaces: Bool
    package var query: ListQuery
    /// Only these of the list; empty: all of it.
    package var marked: Set<PurchaseKey>
}

/// What was done on the station's day, as text, into a file.
package struct ReportOrder: Sendable, Hashable {
    /// As it was typed.
    package var path: String
    /// A file of that name is replaced; otherwise it stands in the way.
    package var replaces: Bool
    package var station: String
    package var clock: Clock
}

/// What an export wrote.
package struct Exported: Sendable, Hashable {
    package var path: String
    package var purchases: Int
    /// Marked, but not in the list that was exported.
    package var leftOut: Int
    package init(path: String, purchases: Int, leftOut: Int = 0) {
        self.path = path
        self.purchases = purchases
        self.leftOut = leftOut
    }

    var notice: Notice {
        let rest = leftOut == 0 ? "" : " \(counted(leftOut, "marked purchase")) not in this list left out."
        return Notice(
            leftOut == 0 ? .good : .warning, "\(counted(purchases, "purchase")) written to \(path).\(rest)")
    }
}
