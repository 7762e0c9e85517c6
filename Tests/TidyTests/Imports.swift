extension SourceFile {
    var imports: [String] { modules(importedBy: lines) }
}

/// The modules that the lines import, with any attribute, access level or kind before the name.
func modules(importedBy lines: [Substring]) -> [String] {
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
    return lines.compactMap { line in
        guard line.utf8.count > 7, line.contains("import ") else { return nil }
        var words = line.split(separator: " ")[...]
        words = words.drop {
            $0.hasPrefix("@") || ["package", "internal", "private", "fileprivate"].contains($0)
        }
        guard words.popFirst() == "import" else { return nil }
        words = words.drop(while: kinds.contains)
        return words.first?.split(separator: ".").first.map(String.init)
    }
}

/// What Package.swift says, read as text.
enum Package {
    /// By target under Sources: which of our targets it depends on.
    static func dependencies(ofTargetsIn text: String) -> [String: Set<String>] {
        var found: [String: Set<String>] = [:]
        for declaration in text.split(separator: "arget(").dropFirst() {
            let quoted = declaration.split(separator: "\"", omittingEmptySubsequences: false)
            guard quoted.count > 1, Arrows.table[String(quoted[1])] != nil else { continue }
            let list = declaration.split(separator: "dependencies: [").dropFirst().first?.prefix { $0 != "]" }
            let names = (list ?? "").split(separator: "\"").map(String.init)
            found[String(quoted[1])] = Set(names.filter { Arrows.table[$0] != nil })
        }
        return found
    }
}
