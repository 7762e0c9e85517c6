import ArgumentParser

/// How the program ends; scripts rely on the numbers (CommandLine.md).
enum ExitStatus: Int32 {
    case usage = 64
    case badData = 65
    case unreachable = 69
    /// Accepted and durable, not all confirmed yet: do not repeat.
    case pending = 75
    /// Accepted and settled, at least one conflict or failure.
    case unsettled = 76
    case refused = 77
    case configuration = 78

    var code: ExitCode { ExitCode(rawValue) }
}

/// Ends a command: a sentence on stderr that says what to do, and a status.
struct Stop: Error {
    var status: ExitStatus
    var sentences: [String]

    init(_ status: ExitStatus, _ sentences: String...) { self.init(status, sentences) }

    init(_ status: ExitStatus, _ sentences: [String]) {
        self.status = status
        self.sentences = sentences
    }
}
