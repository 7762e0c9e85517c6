import Glibc
import Processes

/// A program of the system that does one thing and ends.
struct Tool {
    struct Ending {
        var isGood: Bool
        /// ` (lp: no default destination)`: the first line of its complaint, or nothing.
        var words: String
    }

    private let words: [String]
    private let environment: [String: String]
    private let temporary: String
    /// Who takes longer is ended.
    private static let patience = Duration.seconds(60)

    /// - Parameters:
    ///   - words: the program's path, then its arguments: nothing that is private.
    ///   - temporary: where a file lies meanwhile.
    init(_ words: [String], _ environment: [String: String], _ temporary: String) {
        self.words = words
        self.temporary = temporary
        self.environment = environment
    }

    /// - Throws: ``PaperError`` where it cannot be started.
    func run(input: OwnFile? = nil, output: OwnFile) throws -> Ending {
        let complaints = try OwnFile.temporary(in: temporary)
        unlink(complaints.path)
        var launch = Launch(words, environment: environment)
        launch.input = input.map { .descriptor($0.descriptor) } ?? .nothing
        launch.output = .descriptor(output.descriptor)
        launch.errors = .descriptor(complaints.descriptor)
        let child: Child
        do {
            child = try launch.start()
        } catch {
            throw PaperError("\(error).")
        }
        guard let exit = child.wait(until: .now + Tool.patience) else {
            return Ending(isGood: false, words: " (it took longer than a minute)")
        }
        let line = complaints.firstLine
        return Ending(isGood: exit == .status(0), words: line.isEmpty ? "" : " (\(line))")
    }
}
