import Model

/// What a scan did to a form.
struct FormScan: Sendable, Hashable {
    var kind: Notice.Kind
    var words: String
    var isLoud: Bool
    static func quiet(_ words: String) -> FormScan { FormScan(kind: .good, words: words, isLoud: false) }
    static func loud(_ words: String, _ kind: Notice.Kind = .error) -> FormScan {
        FormScan(kind: kind, words: words, isLoud: true)
    }
}

// Tracking numbers by scanner: one for one purchase, or a column with one for each of many.
extension ShipForm {
    /// More than anybody scans in one go; files are for more.
    static let longestColumn = 500

    package var hasColumn: Bool {
        guard case .choice(_, let selected)? = form[.trackingChoice]?.kind else { return false }
        return selected == 1 && verb == .ship
    }

    /// What was typed, by purchase.
    var column: [PurchaseKey: String] {
        form.fields.reduce(into: [:]) { column, field in
            if let key = field.purchase, !field.entry.trimmed.isEmpty { column[key] = field.entry.trimmed }
        }
    }

    /// A field for each purchase that can go, in the order of the list; what was typed stays.
    mutating func showColumn() {
        guard case .many(let plan) = subject else { return }
        let numbered = plan.included.filter(\.capabilities.tracking)
        let isLong = hasColumn && numbered.count > ShipForm.longestColumn
        form.change(.verb) { $0.isActive = plan.takesHandOver }
        form.change(.deliverBy) { $0.isActive = plan.takesDay }
        form.change(.trackingChoice) {
            $0.isActive = plan.verb == .ship && plan.takesTracking
            $0.problem = isLong ? "Too many to scan: mark at most \(ShipForm.longestColumn)." : nil
        }
        let keys = hasColumn && !isLong ? numbered.map(\.key) : []
        let held = form.fields.compactMap(\.purchase)
        guard held != keys else { return }
        let old = Dictionary(
            uniqueKeysWithValues: form.fields.compactMap { field in
                field.purchase.map { ($0, field) }
            })
        let focused = form.focused?.id
        let fields = (keys.isEmpty ? [] : numbered).map { candidate in
            old[candidate.key]
                ?? FormField(
                    .trackingOf(candidate.key), candidate.key.purchase.text, note: candidate.purchaser)
        }
        form.fields.removeAll { $0.purchase != nil }
        form.fields += fields
        form.focus = form.fields.firstIndex { $0.id == focused } ?? min(form.focus, form.fields.count - 1)
    }

    /// One number is on one parcel.
    mutating func checkColumn() {
        var owners: [String: PurchaseID] = [:]
        for field in form.fields {
            guard let key = field.purchase else { continue }
            let number = comparableTracking(field.entry.text)
            let other = number.isEmpty ? nil : owners[number]
            owners[number] = other ?? key.purchase
            form.change(field.id) { $0.problem = other.map { "The same as of purchase \($0)." } }
        }
    }

    /// What is shipped by its number has to have one before anything is asked.
    mutating func checkNeeded(of plan: BulkPlan) {
        let column = column
        guard let first = plan.needTracking.first(where: { column[$0.key] == nil }) else { return }
        guard hasColumn else {
            let count = plan.needTracking.count
            let others = count > 1 ? " and \(count - 1) more are" : " is"
            form.change(.trackingChoice) {
                $0.problem = $0.problem ?? "\(first.key.purchase)\(others) shipped by tracking number."
            }
            return
        }
        form.change(.trackingOf(first.key)) {
            $0.problem = "\(first.storeName) ships by tracking number: give it one."
        }
    }

    /// A scan fills the number of one purchase, or goes to the row of the order that it names.
    mutating func take(scan text: String) -> FormScan {
        switch subject {
        case .one: return fillTracking(text)
        case .many(let plan): return fill(text, of: plan)
        }
    }

    /// A scanned number replaces what was in the field, and says so.
    private mutating func fillTracking(_ text: String) -> FormScan {
        guard let field = form[.tracking], field.isActive else {
            return .loud("Scanned \(text), but this form takes no tracking number: not used.")
        }
        let before = field.entry.trimmed
        form.change(.tracking) {
            $0.entry = TextEntry(text)
            $0.problem = nil
        }
        showCarrier()
        form.focus(on: .deliverBy)
        if before.isEmpty || before == text { return .quiet("Tracking \(text).") }
        return .loud("Tracking \(text), in place of \(before).", .warning)
    }

    private mutating func fill(_ text: String, of plan: BulkPlan) -> FormScan {
        guard hasColumn else {
            return .loud("Scanned \(text): choose a tracking number for each first. Not used.")
        }
        let order = plan.included.first { $0.key.purchase.text == text || $0.code == text }
        if let order, !looksLikeTracking(text) {
            form.focus(on: .trackingOf(order.key))
            return .quiet("Now the number of \(text), \(order.purchaser).")
        }
        let skipped = plan.candidates.contains { $0.key.purchase.text == text || $0.code == text }
        if skipped, order == nil { return .loud("Order \(text) is left out of this action: not used.") }
        return put(text)
    }

    /// Into the focused row, or the first that is empty; then on to the next.
    private mutating func put(_ text: String) -> FormScan {
        let rows = form.fields.filter { $0.purchase != nil }
        let focused = form.focused?.purchase == nil ? nil : form.focused
        guard let row = focused ?? rows.first(where: { $0.entry.isEmpty }), let key = row.purchase else {
            return .loud("Scanned \(text), but every purchase has its number: not used.")
        }
        let same = rows.first {
            $0.id != row.id && comparableTracking($0.entry.text) == comparableTracking(text)
        }
        if let other = same?.purchase {
            return .loud("\(text) is the number of purchase \(other.purchase) already: not used.")
        }
        let before = row.entry.trimmed
        form.change(row.id) {
            $0.entry = TextEntry(text)
            $0.problem = nil
        }
        let place = rows.firstIndex { $0.id == row.id } ?? 0
        let next =
            rows[(place + 1)...].first { $0.entry.isEmpty }
            ?? rows.first { $0.entry.isEmpty && $0.id != row.id }
        form.focus(on: next?.id ?? row.id)
        let words = "\(key.purchase): \(text)."
        if before.isEmpty || before == text { return .quiet(words) }
        return .loud("\(words) Before: \(before).", .warning)
    }

    /// One number a line, from the focused row on.
    mutating func fill(column lines: [String]) -> FormScan {
        let rows = form.fields.filter { $0.purchase != nil }
        let start = rows.firstIndex { $0.id == form.focused?.id } ?? 0
        guard lines.count <= rows.count - start else {
            return .loud("\(lines.count) numbers for \(rows.count - start) purchases: not used.")
        }
        for (row, line) in zip(rows[start...], lines) {
            form.change(row.id) {
                $0.entry = TextEntry(line)
                $0.problem = nil
            }
        }
        form.focus(on: rows[min(rows.count - 1, start + lines.count)].id)
        checkColumn()
        return .quiet("\(counted(lines.count, "number")) filled in.")
    }
}

extension FormField {
    /// Whose number it holds.
    fileprivate var purchase: PurchaseKey? {
        if case .trackingOf(let key) = id { key } else { nil }
    }
}
