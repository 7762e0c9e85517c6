import Model

/// Which barcodes stand on which items, from a CSV file: item id, variant id, code. An item may have several
/// codes, a line for each; a code stands for one item.
package enum ItemCodesFile {
    /// - Throws: ``ConfigError`` with every line that is wrong.
    package static func read(path: String) throws(ConfigError) -> ItemCodes {
        try parse(TextFile(path: path).text, file: path)
    }

    /// The first row may be a header; an empty variant id stands for an item without variants.
    package static func parse(_ text: String, file: String) throws(ConfigError) -> ItemCodes {
        let findings = Findings(file: file)
        var codes = ItemCodes()
        var lines: [String: Int] = [:]
        for (number, row) in try Catalogue.rows(of: text, file: file).enumerated() where !row.isBlank {
            if number == 0, row.fields.first.map({ Int64($0) == nil }) ?? false { continue }
            guard let (kind, code) = entry(row, findings) else { continue }
            if let other = codes.add(code, of: kind) {
                let name = "\(other.itemID)" + (other.variantID.map { ", variant \($0)" } ?? "")
                findings.add(
                    "The code \(code) stands for item \(name) in line \(lines[code] ?? 0) already; one code, one item.",
                    line: row.line)
            } else if let first = lines.updateValue(row.line, forKey: code) {
                findings.add("The same code stands in line \(first) already; keep one.", line: row.line)
            }
        }
        try findings.raise()
        return codes
    }

    private static func entry(_ row: CSVRow, _ findings: Findings) -> (ItemKind, String)? {
        guard row.fields.count == 3 else {
            findings.add(
                "A line needs three fields: item id, variant id (may be empty), code.", line: row.line)
            return nil
        }
        guard let item = Int64(row.fields[0]) else {
            findings.add("The item id must be a whole number.", line: row.line)
            return nil
        }
        let variant = row.fields[1].isEmpty ? nil : Int64(row.fields[1])
        guard row.fields[1].isEmpty || variant != nil else {
            findings.add("The variant id must be a whole number or empty.", line: row.line)
            return nil
        }
        let code = row.fields[2]
        guard code.count >= 3, !code.unicodeScalars.contains(where: isControl) else {
            findings.add("A code needs three characters or more, and no control characters.", line: row.line)
            return nil
        }
        return (ItemKind(itemID: item, variantID: variant), code)
    }
}
