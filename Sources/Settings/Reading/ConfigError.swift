/// What is wrong with a file that a person wrote: everything at once, each with its place and what to do.
///
/// Exit status 78. No sentence holds a secret.
package struct ConfigError: Error, Sendable, Hashable, CustomStringConvertible {
    /// One thing that is wrong.
    package struct Finding: Sendable, Hashable, CustomStringConvertible {
        /// Nil where the trouble stands in no file: an option, an environment variable.
        package var file: String?
        /// From 1; nil where the trouble is with the file as a whole.
        package var line: Int?
        /// Says what to do.
        package var sentence: String

        package init(file: String? = nil, line: Int? = nil, sentence: String) {
            self.file = file
            self.line = line
            self.sentence = sentence
        }

        /// `config.yaml:12: …`, as compilers put it, so that editors can jump there.
        package var description: String {
            guard let file else { return sentence }
            return line.map { "\(file):\($0): \(sentence)" } ?? "\(file): \(sentence)"
        }
    }

    package var findings: [Finding]

    package init(_ findings: [Finding]) { self.findings = findings }

    package init(_ sentence: String, file: String? = nil, line: Int? = nil) {
        findings = [Finding(file: file, line: line, sentence: sentence)]
    }

    /// One line for each finding.
    package var description: String { findings.map(\.description).joined(separator: "\n") }
}
