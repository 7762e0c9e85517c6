/// Collects what is wrong with one file while it is read, so that a person can mend it all in one go.
final class Findings {
    let file: String
    private var all: [ConfigError.Finding] = []

    init(file: String) { self.file = file }

    func add(_ sentence: String, line: Int?) {
        all.append(ConfigError.Finding(file: file, line: line, sentence: sentence))
    }

    /// Throws everything found so far, in the order of the file.
    func raise() throws(ConfigError) {
        guard !all.isEmpty else { return }
        let inOrder = all.enumerated().sorted { a, b in
            (a.element.line ?? 0, a.offset) < (b.element.line ?? 0, b.offset)
        }
        throw ConfigError(inOrder.map(\.element))
    }
}
