import Testing

@Suite struct WordTests {
    /// Put together here, or this file would break its own rule.
    private static let everywhere = ["try" + "!", "as" + "!", "fatalError" + "()", "TO" + "DO", "FIX" + "ME"]

    @Test(arguments: everywhere)
    func bannedWordsStandNowhere(word: String) {
        for file in Repository.swiftFiles where file.text.contains(word) {
            for (number, line) in file.lines.enumerated() where line.contains(word) {
                Issue.record("\(file.path):\(number + 1): \(word)")
            }
        }
    }

    @Test func onlyTheProgramPrints() {
        for file in Repository.sources where file.target != "shipdesk" {
            record("print", followedBy: "(", in: file)
        }
    }

    @Test func nothingIsPublic() {
        for file in Repository.sources { record("public", followedBy: " ", in: file) }
    }

    @Test func filesAreNamedAfterTheirSubject() {
        let empty = ["Utils", "Util", "Utilities", "Helpers", "Helper", "Common", "Misc", "Stuff"]
        for file in Repository.swiftFiles {
            let hidesIt = empty.contains { file.name.hasSuffix($0) || file.name.hasPrefix($0 + "+") }
            #expect(!hidesIt, "\(file.path): name it after its subject")
        }
    }

    /// A word of code: not in a comment, not in a text, not part of a longer word.
    private func record(_ word: String, followedBy next: String, in file: SourceFile) {
        guard file.text.contains(word + next) else { return }
        for (number, line) in file.lines.enumerated() where line.contains(word + next) {
            let start = line.prefix { $0 == " " }.count
            let code = line.dropFirst(start)
            let isFirst = code.hasPrefix(word + next)
            let isInside =
                [" ", "{", "("].contains { code.contains($0 + word + next) } && !code.contains("\"")
            if !code.hasPrefix("//"), isFirst || (isInside && !code.contains("//")) {
                Issue.record("\(file.path):\(number + 1): \(word)")
            }
        }
    }
}
