/// The rows that differ between two pictures, old above new, with their row number.
func difference(_ old: String, _ new: String) -> String {
    let (before, after) = (rows(old), rows(new))
    var words: [String] = []
    for number in 0..<max(before.count, after.count) {
        let (a, b) = (before.at(number), after.at(number))
        guard a != b else { continue }
        words += ["row \(number)", "  was \(a ?? "(nothing)")", "  is  \(b ?? "(nothing)")"]
        if let a, let b { words.append("      " + carets(a, b)) }
    }
    return words.joined(separator: "\n")
}

private func rows(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}

/// A `^` under every character that differs.
private func carets(_ a: String, _ b: String) -> String {
    let (old, new) = (Array(a), Array(b))
    return (0..<max(old.count, new.count)).map { old.at($0) == new.at($0) ? " " : "^" }.joined()
}

extension Array {
    fileprivate func at(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
