/// Ids of orders from a file: one in a line, or the first column of a table.
package struct TrackSheet: Sendable, Hashable {
    /// A line without an id, and why.
    package struct Fault: Sendable, Hashable {
        /// From 1.
        package var line: Int
        package var sentence: String
    }

    /// Each once, in the file's order.
    package private(set) var ids: [PurchaseID] = []
    /// How many lines name an id that an earlier one has.
    package private(set) var duplicates = 0
    package private(set) var faults: [Fault] = []

    /// - Throws: ``ImportProblem`` where it is no text, empty, or no table.
    package init(bytes: [UInt8]) throws(ImportProblem) {
        let text = try ImportText.decode(bytes)
        let rows: [CSVRow]
        do throws(CSVProblem) {
            rows = try CSVRow.all(in: text, delimiter: CSVRow.delimiter(of: text))
        } catch {
            throw ImportProblem(error.sentence, line: error.line)
        }
        var seen: Set<String> = []
        for (place, row) in rows.enumerated() where !row.isBlank {
            let id = row.fields[0]
            if place == 0, TrackSheet.isHeading(id) { continue }
            if let sentence = TrackSheet.fault(in: id) {
                faults.append(Fault(line: row.line, sentence: sentence))
            } else if seen.insert(id).inserted {
                ids.append(PurchaseID(id))
            } else {
                duplicates += 1
            }
        }
    }

    /// Why a text cannot be the id of an order; nil where it can.
    package static func fault(in id: String) -> String? {
        if id.isEmpty { return "The first column is empty; the order's id belongs there." }
        if id.count > 200 { return "This is too long for the id of an order." }
        let isPlain = id.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0.value != 0x7F && !$0.properties.isWhitespace
        }
        return isPlain && id != "." && id != ".." ? nil : "An order's id has no blanks in it."
    }

    private static func isHeading(_ text: String) -> Bool {
        let word = text.lowercased().filter { $0.isLetter }
        return ["id", "order", "orderid", "ordernumber", "orderno", "externalorderid", "purchase"].contains(
            word)
    }
}
