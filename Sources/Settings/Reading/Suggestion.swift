/// ` Did you mean …?` for a word that is close to one of `words`, or nothing.
func suggestion(for word: String, among words: some Sequence<String>) -> String {
    let best = words.map { ($0, distance(word, $0)) }.min { $0.1 < $1.1 }
    guard let best, best.1 <= max(1, min(word.count, best.0.count) / 3) else { return "" }
    return " Did you mean `\(best.0)`?"
}

/// How many characters must be changed, added or dropped, or neighbours swapped, to get from one word to
/// the other; upper and lower case are the same.
private func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a.lowercased())
    let b = Array(b.lowercased())
    var before: [Int] = []
    var above = Array(0...b.count)
    for (i, x) in a.enumerated() {
        var row = [i + 1]
        for (j, y) in b.enumerated() {
            var cost = min(above[j] + (x == y ? 0 : 1), above[j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, x == b[j - 1], a[i - 1] == y { cost = min(cost, before[j - 1] + 1) }
            row.append(cost)
        }
        before = above
        above = row
    }
    return above[b.count]
}
