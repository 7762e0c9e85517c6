import Model

/// The audit log, newest first: of one purchase or of all, and of those the lines with some words.
package struct LogScreen: Sendable, Hashable {
    package var purchase: PurchaseKey?
    package var entries: [AuditEntry]
    package var isLoading: Bool
    /// Words that must all stand in a line; empty: every line.
    package private(set) var filter = ""
    /// The lines with those words.
    package private(set) var shown: [AuditEntry] = []
    /// The index in `shown`.
    package var cursor = 0
    /// The index in `shown` of the first line on the screen.
    package var top = 0

    package init(of purchase: PurchaseKey? = nil) {
        self.purchase = purchase
        entries = []
        isLoading = true
    }

    package var title: String { purchase.map { "Log of purchase \($0.purchase)" } ?? "Log" }
    package var current: AuditEntry? { shown.indices.contains(cursor) ? shown[cursor] : nil }

    /// How many lines are read at most, the newest.
    package static let limit = 1000
}

extension LogScreen {
    /// New lines come in at the top; the cursor stays on its line, and what is read stays where it is.
    mutating func fill(_ fresh: [AuditEntry], rows: Int) {
        let held = current?.number
        entries = fresh
        isLoading = false
        sift(holding: cursor == 0 ? nil : held, rows: rows)
    }

    mutating func show(only words: String, rows: Int) {
        filter = words
        sift(holding: current?.number, rows: rows)
    }

    private mutating func sift(holding held: Int64?, rows: Int) {
        let before = cursor - top
        let words = filter.lowercased().split(separator: " ").map(String.init)
        shown = entries.filter { $0.holds(words) }
        cursor = shown.firstIndex { $0.number == held } ?? 0
        top = max(0, cursor - before)
        showCursor(rows: rows)
    }

    mutating func showCursor(rows: Int) {
        cursor = max(0, min(cursor, shown.count - 1))
        top = max(0, min(top, shown.count - rows))
        if cursor < top { top = cursor }
        if cursor >= top + rows { top = cursor - rows + 1 }
    }
}

extension AuditEntry {
    /// `Ship 2 Shirt L, 1Z…`; empty where it is about no mark.
    package var deed: String {
        guard let subject else { return "" }
        let amount = subject.quantity == 0 ? "values of" : "\(abs(subject.quantity))"
        let deed = "\(subject.verb.title) \(amount) \(subject.itemName)"
        return [deed, subject.tracking].compactMap(\.self).joined(separator: ", ")
    }

    fileprivate func holds(_ words: [String]) -> Bool {
        if words.isEmpty { return true }
        let text = [author.person, author.station, event, purchase?.text ?? "", deed, self.words]
            .joined(separator: " ").lowercased()
        return words.allSatisfy(text.contains)
    }
}
