import Cache
import Model

/// The rows of one file on their way into the outbox, inside one transaction.
struct ImportIntake {
    let writer: CacheWriter
    let stores: [StoreID]
    let request: MarkRequest
    let action: ActionID
    /// Unix milliseconds.
    let now: Int64
    private(set) var report: ImportReport
    private var marks: [Mark] = []
    /// Where a row like this one stood first.
    private var seen: [Seen: Int] = [:]
    /// Some rows have a tracking number, so that one without is odd.
    private var haveTracking = false
    /// By tracking number: the first row that has it.
    private var parcels: [String: (line: Int, key: PurchaseKey)] = [:]

    private struct Seen: Hashable {
        var key: PurchaseKey
        var item: Int?
        var quantity: Int?
        var tracking: String
    }

    init(
        writer: CacheWriter, stores: [StoreID], request: MarkRequest, action: ActionID, now: Int64,
        report: ImportReport
    ) {
        self.writer = writer
        self.stores = stores
        self.request = request
        self.action = action
        self.now = now
        self.report = report
    }

    mutating func take(_ sheet: ImportSheet) throws {
        report.ignored = sheet.ignored
        report.earlier = try writer.lastImport(of: report.fingerprint)
        for fault in sheet.faults {
            var row = ImportReportRow(line: fault.line, purchase: fault.purchase)
            row.problem = fault.words
            report.rows.append(row)
        }
        haveTracking = sheet.rows.contains { $0.tracking != nil }
        for row in sheet.rows { report.rows.append(try take(row)) }
        report.rows.sort { $0.line < $1.line }
        if !marks.isEmpty { report.accepted = Accepted(action: action, marks: marks) }
    }

    private mutating func take(_ imported: ImportedRow) throws -> ImportReportRow {
        var row = ImportReportRow(
            line: imported.line, purchase: imported.purchase, tracking: imported.tracking,
            deliverBy: imported.deliverBy)
        do {
            let key = try key(of: imported.purchase)
            row.key = key
            let line = try line(imported, key)
            let made = try admit(line)
            row.parts = try parts(of: made, key)
            row.warnings = warnings(about: imported, key)
        } catch let refusal as Refusal {
            row.problem = refusal.sentence
        } catch let fault as RowRefusal {
            row.problem = fault.words
        }
        return row
    }

    private func key(of name: String) throws -> PurchaseKey {
        let plain = name.hasPrefix("#") ? String(name.dropFirst()) : name
        var found = try writer.purchases(named: name, in: stores)
        if found.isEmpty, plain != name { found = try writer.purchases(named: plain, in: stores) }
        guard let only = found.first else { throw Refusal.unknownPurchase(PurchaseID(name)) }
        if found.count == 1 { return only }
        let names = try writer.stores().filter { store in found.contains { $0.store == store.id } }.map(
            \.name)
        if names.count > 1 { throw Refusal.ambiguous(PurchaseID(name), stores: names) }
        let ids = found.map(\.purchase.text).joined(separator: ", ")
        throw RowRefusal("The code \(name) belongs to several purchases (\(ids)); name one by its id.")
    }

    private mutating func line(_ row: ImportedRow, _ key: PurchaseKey) throws -> MarkLine {
        guard let detail = try writer.detail(key) else { throw Refusal.unknownPurchase(key.purchase) }
        let item = try item(of: row, in: detail)
        let tracking = comparableTracking(row.tracking)
        if !tracking.isEmpty {
            let new = Seen(key: key, item: item, quantity: row.quantity, tracking: tracking)
            if let first = seen[new] { throw RowRefusal("It says the same as line \(first).") }
            seen[new] = row.line
            if detail.stands(tracking, item: item, besides: action) {
                throw RowRefusal("It was shipped with the tracking number \(row.tracking ?? "") already.")
            }
        }
        return MarkLine(
            key: key, item: item, quantity: row.quantity, tracking: row.tracking, deliverBy: row.deliverBy)
    }

    /// A quantity without an item is clear where there is only one.
    private func item(of row: ImportedRow, in detail: PurchaseDetail) throws -> Int? {
        guard row.item == nil, row.quantity != nil else { return row.item }
        guard detail.purchase.items.count == 1, let only = detail.purchase.items.first else {
            throw RowRefusal("Purchase \(key(detail)) has several items; the row must say of which.")
        }
        return only.num
    }

    private func key(_ detail: PurchaseDetail) -> String { detail.purchase.id.text }

    /// All of a row or nothing: what it was refused for came before its first mark.
    private mutating func admit(_ line: MarkLine) throws -> [Mark] {
        var admission = Admission(request: request, action: action, now: now, writer: writer)
        try admission.admit(line)
        if let refusal = admission.refusals.first { throw refusal }
        marks += admission.marks
        return admission.marks
    }

    private func parts(of marks: [Mark], _ key: PurchaseKey) throws -> [ImportReportRow.Part] {
        let detail = try writer.detail(key)
        return marks.map { mark in
            let name = detail?.name(of: mark.item) ?? "item \(mark.item)"
            return ImportReportRow.Part(item: mark.item, quantity: mark.quantity, name: name)
        }
    }

    private mutating func warnings(about row: ImportedRow, _ key: PurchaseKey) -> [String] {
        guard let tracking = row.tracking else {
            return haveTracking ? ["It has no tracking number."] : []
        }
        var warnings = [TrackingReading(tracking).suspicion].compactMap(\.self)
        let parcel = comparableTracking(tracking)
        if let first = parcels[parcel], first.key != key {
            warnings.append("Line \(first.line) has the same tracking number for another purchase.")
        } else if parcels[parcel] == nil {
            parcels[parcel] = (row.line, key)
        }
        return warnings
    }
}

private struct RowRefusal: Error {
    var words: String
    init(_ words: String) { self.words = words }
}

extension PurchaseDetail {
    /// Something of it left with this tracking number, or is about to, and was not taken back.
    ///
    /// - Parameters:
    ///   - item: nil: whichever.
    ///   - action: its own marks do not count.
    fileprivate func stands(_ tracking: String, item: Int?, besides action: ActionID) -> Bool {
        let isMarked = marks.contains {
            comparableTracking($0.tracking) == tracking && $0.quantity > 0 && $0.action != action
                && (item == nil || $0.item == item) && ($0.state.isOpen || $0.state == .confirmed)
                && left(of: .mark($0.id)) > 0
        }
        let ours = Set(marks.compactMap(\.claimed))
        return isMarked
            || entryKeys(of: purchase.ledger).contains {
                $0.tracking == tracking && $0.quantity > 0 && (item == nil || $0.item == item)
                    && !ours.contains($0) && left(of: .entry($0)) > 0
            }
    }
}
