/// One row of an imported file: what was packed, as the file has it.
package struct ImportedRow: Sendable, Hashable {
    /// Where it begins in the file, from 1.
    package var line: Int
    /// An id or a confirmation code.
    package var purchase: String
    /// Nil: everything safe of the purchase.
    package var item: Int?
    package var quantity: Int?
    package var tracking: String?
    package var deliverBy: PlainDate?
}

/// A file as rows: those that make sense, and what is wrong with the others.
package struct ImportSheet: Sendable, Hashable {
    package struct Fault: Sendable, Hashable {
        package var line: Int
        /// As the row has it; empty where it has none.
        package var purchase: String
        package var words: String
    }
    package var rows: [ImportedRow] = []
    package var faults: [Fault] = []
    /// Headers of columns that mean nothing here.
    package var ignored: [String] = []

    /// - Throws: ``ImportProblem`` where the file is no such table at all.
    package init(_ bytes: [UInt8]) throws(ImportProblem) {
        let text = try ImportText.decode(bytes)
        let records = try ImportSheet.records(of: text)
        guard let header = records.first else { throw ImportProblem("The file is empty.") }
        let columns = try ImportColumns(header: header.fields)
        ignored = columns.ignored
        let isCutOff = text.last?.isNewline != true
        for record in records.dropFirst() {
            let isLast = record == records.last
            do {
                rows.append(try ImportedRow(record, columns, mayBeCutOff: isLast && isCutOff))
            } catch {
                let purchase = columns[.purchase, record]
                faults.append(Fault(line: record.line, purchase: purchase, words: error.words))
            }
        }
        if records.count == 1 { throw ImportProblem("The file has a header and no rows.") }
    }

    private static func records(of text: String) throws(ImportProblem) -> [CSVRow] {
        do {
            return try CSVRow.all(in: text, delimiter: CSVRow.delimiter(of: text)).filter { !$0.isBlank }
        } catch {
            throw ImportProblem(error.sentence, line: error.line)
        }
    }
}

private struct RowFault: Error {
    var words: String
    init(_ words: String) { self.words = words }
}

extension ImportedRow {
    fileprivate init(
        _ record: CSVRow, _ columns: ImportColumns, mayBeCutOff: Bool
    ) throws(RowFault) {
        let count = record.fields.count
        if record.fields.dropFirst(columns.count).contains(where: { !$0.isEmpty }) {
            throw RowFault("It has \(count) fields, the header \(columns.count); a comma may need quotes.")
        }
        // The rest of a row may be missing where it is empty, but not where the file just stops.
        if mayBeCutOff, count < columns.count {
            throw RowFault("The file ends in the middle of this row; is it whole?")
        }
        line = record.line
        purchase = ImportedRow.unwrapped(columns[.purchase, record])
        if purchase.isEmpty { throw RowFault("It names no purchase.") }
        item = try ImportedRow.number(columns[.item, record], "item")
        quantity = try ImportedRow.number(columns[.quantity, record], "quantity")
        tracking = try ImportedRow.tracking(ImportedRow.unwrapped(columns[.tracking, record]))
        deliverBy = try ImportedRow.date(columns[.deliverBy, record])
    }

    private static func number(_ text: String, _ what: String) throws(RowFault) -> Int? {
        if text.isEmpty { return nil }
        guard let number = Int(text), number > 0 else {
            throw RowFault("The \(what) `\(text)` is no whole number from 1.")
        }
        return number
    }

    private static func date(_ text: String) throws(RowFault) -> PlainDate? {
        if text.isEmpty { return nil }
        guard let date = PlainDate(text) else {
            throw RowFault("`\(text)` is no date of the calendar; write it as YYYY-MM-DD.")
        }
        return date
    }

    private static func tracking(_ text: String) throws(RowFault) -> String? {
        if text.isEmpty { return nil }
        if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            throw RowFault("The tracking number holds a line break or another control character.")
        }
        if isRounded(text) {
            throw RowFault("A spreadsheet has rounded the tracking number to `\(text)`; export it as text.")
        }
        return text
    }

    /// `9.4E+21`, `9,4E+21`.
    private static func isRounded(_ text: String) -> Bool {
        let parts = text.uppercased().split(separator: "E+", omittingEmptySubsequences: false)
        guard parts.count == 2, Int(parts[1]) != nil else { return false }
        return Double(parts[0].replacing(",", with: ".")) != nil
    }

    /// Numbers that were made text for a spreadsheet, `="9400…"` or `'9400…`, are what stands inside.
    private static func unwrapped(_ text: String) -> String {
        if text.hasPrefix("=\""), text.hasSuffix("\""), text.count > 3 {
            return String(text.dropFirst(2).dropLast())
        }
        return text.hasPrefix("'") ? String(text.dropFirst()) : text
    }
}
