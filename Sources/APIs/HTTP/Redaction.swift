/// Makes foreign text fit for people: short, one line, nothing that a terminal would obey, no secrets, no
/// customer's address, no query of a URL.
package struct Redaction: Sendable {
    /// What must not be shown, cleaned and folded; the longest first, because one may hold another.
    private let hidden: [[Character]]
    /// What a secret looks like inside a longer code, folded: the whole code goes with it.
    private let encoded: [[Character]]

    private static let longest = 200
    /// Shorter ones (a state, a country, a suite's number) occur in every other word.
    private static let shortestHidden = 3

    /// - Parameters:
    ///   - secrets: hidden as they are, percent-encoded, and inside anything in base64 or hexadecimal.
    ///   - texts: a customer's; hidden as they are, and percent-encoded.
    package init(secrets: [String] = [], hiding texts: [String] = []) {
        let plain = secrets + texts
        hidden = Redaction.folded(Set(plain + plain.map(percentEncoded)), from: Redaction.shortestHidden)
        encoded = Redaction.folded(Set(secrets.flatMap(\.codes)), from: SecretCode.shortest)
    }

    private static func folded(_ texts: Set<String>, from shortest: Int) -> [[Character]] {
        texts.map { APIs.folded(oneLine($0)) }.filter { $0.count >= shortest }
            .sorted { $0.count > $1.count }
    }

    package func words(_ text: String) -> String {
        let start = String(oneLine(text).prefix(20 * Redaction.longest))
        let shown = withoutQueries(hiding(in: start))
        return shown.count <= Redaction.longest ? shown : shown.prefix(Redaction.longest - 1) + "…"
    }

    private func hiding(in text: String) -> String {
        let plain = hidden.reduce(text) { replace($1, in: $0) }
        return encoded.isEmpty ? plain : withoutCodes(plain)
    }

    /// Without every run of a code's letters that holds a secret.
    private func withoutCodes(_ text: String) -> String {
        var result = ""
        var rest = Array(text)[...]
        while let letter = rest.first {
            let run = rest.prefix(while: \.isOfCode)
            rest = rest.dropFirst(max(1, run.count))
            if run.isEmpty {
                result.append(letter)
            } else {
                let compared = APIs.folded(String(run))
                let holdsOne = encoded.contains { compared.firstRange(of: $0) != nil }
                result += holdsOne ? "…" : String(run)
            }
        }
        return result
    }
}

/// Replaces every occurrence, whatever its case.
private func replace(_ hidden: [Character], in text: String) -> String {
    let shown = Array(text)
    let compared = folded(text)
    var result = ""
    var place = 0
    while place < shown.count {
        if compared[place...].starts(with: hidden) {
            result += "…"
            place += hidden.count
        } else {
            result.append(shown[place])
            place += 1
        }
    }
    return result
}

/// Character by character, without case.
func folded(_ text: String) -> [Character] { text.map { $0.lowercased().first ?? $0 } }

/// Control, format (bidi, zero-width) and unassigned characters and line ends become spaces, runs of
/// spaces one.
private func oneLine(_ text: String) -> String {
    let spaced = String(String.UnicodeScalarView(text.unicodeScalars.map { isShowable($0) ? $0 : " " }))
    return spaced.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

private func isShowable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    default: true
    }
}

/// Keys travel in queries; what stands before one names the place well enough.
private func withoutQueries(_ text: String) -> String {
    text.split(separator: " ").map { word in
        guard let mark = word.firstIndex(of: "?"), word[mark...].contains("=") else { return String(word) }
        return word[..<mark] + "?…"
    }.joined(separator: " ")
}
