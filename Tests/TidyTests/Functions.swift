/// A function, initialiser, subscript or computed property with a body.
struct Function: Hashable {
    let name: String
    /// From 1.
    let line: Int
    /// Lines from the signature to the closing brace.
    let length: Int
}

extension SourceFile {
    /// Every function of more than one line, found by indentation, which swift-format keeps straight: the
    /// body ends at the first `}` that stands as far left as the signature.
    var functions: [Function] { Swift.Array(lines.indices).compactMap { function(at: $0) } }

    private func function(at start: Int) -> Function? {
        guard let name = declaredName(in: lines[start]) else { return nil }
        let indent = indentation(of: lines[start])
        var isOpen = false
        for number in start..<lines.count {
            let line = lines[number]
            guard !line.isEmpty else { continue }
            let isLevel = indentation(of: line) == indent
            let first = line.dropFirst(indent).first
            if isOpen, isLevel, first == "}" {
                return Function(name: name, line: start + 1, length: number - start + 1)
            }
            if !isOpen {
                guard number == start || !isLevel || first == ")" || first == "{" || first == "w" else {
                    return nil
                }
                isOpen = isLevel && line.last == "{"
            }
            if indentation(of: line) < indent { return nil }
        }
        return nil
    }

    private func declaredName(in line: Substring) -> String? {
        for word in line.split(separator: " ").prefix(8) {
            if word.hasPrefix("//") || word.contains("\"") { return nil }
            if word == "func" || word == "var" { return String(line.drop { $0 == " " }) }
            for start in ["init(", "init?(", "init<", "subscript(", "deinit"] where word.hasPrefix(start) {
                return String(line.drop { $0 == " " })
            }
        }
        return nil
    }

    private func indentation(of line: Substring) -> Int { line.utf8.prefix { $0 == 0x20 }.count }
}
