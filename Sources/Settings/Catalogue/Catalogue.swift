import Model

/// A person's own names for items, from a CSV file: item id, variant id, name. They win over the store's.
package struct Catalogue: Sendable, Hashable {
    package var names: [ItemKind: String]

    package init(names: [ItemKind: String] = [:]) { self.names = names }

    /// - Throws: ``ConfigError`` with every line that is wrong.
    package static func read(path: String) throws(ConfigError) -> Catalogue {
        try parse(TextFile(path: path).text, file: path)
    }

    /// The first row may be a header; an empty variant id stands for an item without variants.
    package static func parse(_ text: String, file: String) throws(ConfigError) -> Catalogue {
        let findings = Findings(file: file)
        var catalogue = Catalogue()
        var lines: [ItemKind: Int] = [:]
        for (number, row) in try rows(of: text, file: file).enumerated() where !row.isBlank {
            if number == 0, isHeader(row) { continue }
            guard let (kind, name) = entry(row, findings) else { continue }
            if let first = lines.updateValue(row.line, forKey: kind) {
                findings.add("This item has a name in line \(first) already; keep one.", line: row.line)
            }
            catalogue.names[kind] = name
        }
        try findings.raise()
        return catalogue
    }

    static func rows(of text: String, file: String) throws(ConfigError) -> [CSVRow] {
        do {
            return try CSVRow.all(in: text)
        } catch {
            throw ConfigError(error.sentence, file: file, line: error.line)
        }
    }

    private static func isHeader(_ row: CSVRow) -> Bool {
        row.fields.first.map { Int64($0) == nil && $0.contains(where: \.isLetter) } ?? false
    }

    private static func entry(_ row: CSVRow, _ findings: Findings) -> (ItemKind, String)? {
        guard row.fields.count == 3 else {
            findings.add(
                "A line needs three fields: item id, variant id (may be empty), name.", line: row.line)
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
        guard !row.fields[2].isEmpty else {
            findings.add("The name is empty; write one, or remove the line.", line: row.line)
            return nil
        }
        return (ItemKind(itemID: item, variantID: variant), row.fields[2])
    }
}
