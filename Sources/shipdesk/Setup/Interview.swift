import Settings

#if canImport(Glibc)
    import Glibc
#endif

/// Questions and answers on a plain terminal, before there is a screen.
struct Interview {
    /// The answers ended.
    struct Left: Error {}

    func say(_ line: String = "") { Console.say(line) }

    /// - Parameters:
    ///   - usual: what an empty answer means.
    ///   - complaint: what is wrong with an answer; nil takes it.
    /// - Throws: ``Left``.
    func ask(
        _ question: String, usual: String = "", _ complaint: (String) -> String? = { _ in nil }
    ) throws -> String {
        while true {
            prompt(usual.isEmpty ? question : "\(question) [\(usual)]")
            guard let line = readLine() else { throw Left() }
            let answer = line.trimmed.isEmpty ? usual : line.trimmed
            if answer.isEmpty {
                say("  An answer is needed here.")
            } else if let complaint = complaint(answer) {
                say("  \(complaint)")
            } else {
                return answer
            }
        }
    }

    /// One of a few, by its number.
    /// - Throws: ``Left``.
    func choose<Choice>(_ question: String, _ choices: [(words: String, value: Choice)]) throws -> Choice {
        if choices.count == 1 { return choices[0].value }
        say(question)
        for (number, choice) in choices.enumerated() { say("  \(number + 1)  \(choice.words)") }
        let answer = try ask("Number", usual: "1") { answer in
            Int(answer).map { (1...choices.count).contains($0) } == true
                ? nil : "A number from 1 to \(choices.count), please."
        }
        return choices[(Int(answer) ?? 1) - 1].value
    }

    /// - Throws: ``Left``.
    func agrees(_ question: String) throws -> Bool {
        let answer = try ask("\(question) (y or n)", usual: "y") { answer in
            ["y", "yes", "n", "no"].contains(answer.lowercased()) ? nil : "y or n, please."
        }
        return answer.lowercased().hasPrefix("y")
    }

    /// What may be left out; nil where it is.
    /// - Throws: ``Left``.
    func askIfAny(_ question: String) throws -> String? {
        prompt("\(question) [none]")
        guard let line = readLine() else { throw Left() }
        return line.trimmed.isEmpty ? nil : line.trimmed
    }

    /// What is typed is not shown.
    /// - Throws: ``Left``.
    func askSecretly(_ question: String) throws -> Secret {
        while true {
            if let secret = try askSecretlyIfAny(question, usual: "") { return secret }
            say("  An answer is needed here.")
        }
    }

    /// What may be left out, and is not shown; nil where it is.
    /// - Throws: ``Left``.
    func askSecretlyIfAny(_ question: String, usual: String = " [none]") throws -> Secret? {
        prompt("\(question) (not shown)\(usual)")
        guard let line = withoutEcho({ readLine() }), !line.contains("\u{3}") else { throw Left() }
        if isatty(STDIN_FILENO) != 0 { say() }
        return line.trimmed.isEmpty ? nil : Secret(line.trimmed)
    }

    private func prompt(_ question: String) { Console.write("\(question): ", to: STDOUT_FILENO) }

    /// ^C comes as a letter meanwhile: who leaves here must not leave a terminal that shows nothing.
    private func withoutEcho<Value>(_ body: () -> Value) -> Value {
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return body() }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO | ISIG)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before) }
        return body()
    }
}

extension String {
    fileprivate var trimmed: String {
        let front = drop(while: \.isWhitespace)
        return String(front.reversed().drop(while: \.isWhitespace).reversed())
    }
}
