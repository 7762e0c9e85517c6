import Testing

/// Hard stops. The aims are lower: functions of 8 lines, files of 90.
@Suite struct LengthTests {
    @Test func functionsHaveAtMost70Lines() {
        for file in Repository.swiftFiles {
            for function in file.functions where function.length > Ratchet.functionLimit(file.path) {
                Issue.record("\(file.path):\(function.line): \(function.length) lines: \(function.name)")
            }
        }
    }

    @Test func filesHaveAtMost400LinesAndTests600() {
        for file in Repository.swiftFiles {
            let limit = Ratchet.files[file.path] ?? (file.folder == "Sources" ? 400 : 600)
            let count = file.lines.count - 1
            #expect(count <= limit, "\(file.path) has \(count) lines")
        }
    }

    /// Texts and rows of tables cannot be broken: a text may run on to 130, a row as far as it must.
    @Test func linesHaveAtMost110Characters() {
        for file in Repository.swiftFiles {
            var isText = false
            for (number, line) in file.lines.enumerated() {
                if line.utf8.contains(0x22), line.contains("\"\"\"") { isText.toggle() }
                guard line.utf8.count > 110, !line.contains("/// |") else { continue }
                let limit = isText || line.contains("\"") ? 130 : 110
                #expect(line.count <= limit, "\(file.path):\(number + 1): \(line.count) characters")
            }
        }
    }

    @Test func theRatchetHoldsOnlyWhatStillNeedsIt() {
        for (path, limit) in Ratchet.functions {
            let longest = SourceFile(path: path).functions.map(\.length).max() ?? 0
            #expect(longest == limit && limit > 70, "\(path): the longest has \(longest) lines")
        }
        for (path, limit) in Ratchet.files {
            #expect(SourceFile(path: path).lines.count - 1 == limit, "\(path)")
        }
    }

    @Test func functionsAreMeasuredFromSignatureToBrace() {
        let text = """
            struct A {
                var one: Int { 1 }
                var two: Int {
                    2
                }
                func three(
                    a: Int
                ) -> Int {
                    a
                }
                func four<T>(_ a: T)
                where T: P {

                    if true {
                    }
                }
            }
            protocol P {
                func five()
                var six: Int { get }
            }
            """
        let file = SourceFile(path: "Sources/A/A.swift", text: text)
        #expect(file.functions.map(\.length) == [3, 5, 6])
        #expect(file.functions.map(\.line) == [3, 6, 11])
    }
}

/// What is longer than it should be, with its length now: it may shrink, not grow. Empty is right.
enum Ratchet {
    /// By file: the lines of its longest function.
    static let functions: [String: Int] = [:]
    /// By file: its lines.
    static let files: [String: Int] = [:]

    static func functionLimit(_ path: String) -> Int { functions[path] ?? 70 }
}
