import FoundationEssentials

extension SecretSource {
    /// Fetches the secret. Blocks while a command runs, at most `limit`: not for the cooperative pool.
    ///
    /// - Throws: ``ConfigError`` that names store and key, never the value.
    package func resolve(
        environment: [String: String], limit: Duration = .seconds(20)
    ) throws(ConfigError) -> Secret {
        let text =
            switch origin {
            case .plain(let secret): secret.reveal()
            case .environment(let name): try variable(name, in: environment)
            case .file(let path): try contents(of: path)
            case .command(let words): try output(of: words, environment, limit)
            }
        return try checked(text)
    }

    private func variable(_ name: String, in environment: [String: String]) throws(ConfigError) -> String {
        guard let text = environment[name] else {
            throw error("the environment variable \(name) is not set; export it before starting shipdesk.")
        }
        return text
    }

    private func contents(of path: String) throws(ConfigError) -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw error("\(path) cannot be read; check the path and its permissions.")
        }
        return try text(of: data, from: path)
    }

    private func output(
        of words: [String], _ environment: [String: String], _ limit: Duration
    ) throws(ConfigError) -> String {
        let name = words.first ?? ""
        switch SecretCommand.run(words, environment: environment, limit: limit) {
        case .output(let bytes): return try text(of: bytes, from: name)
        case .notStarted:
            throw error("the command \(name) cannot be started; check that it is installed and on PATH.")
        case .exited(let status):
            throw error("the command \(name) ended with status \(status); run it by hand to see why.")
        case .killed: throw error("the command \(name) was killed by a signal; run it by hand to see why.")
        case .tooLate:
            throw error(
                "the command \(name) gave nothing within \(limit.written); run it by hand to see why.")
        case .tooMuch: throw error("the command \(name) wrote far more than a secret; check its arguments.")
        }
    }

    private func text(of bytes: some Collection<UInt8>, from name: String) throws(ConfigError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw error("what \(name) holds is not UTF-8 text.")
        }
        return String(text.reversed().drop(while: \.isNewline).reversed())
    }

    /// A secret goes into a header or an address: control characters would end it there.
    private func checked(_ text: String) throws(ConfigError) -> Secret {
        guard !text.isEmpty else { throw error("it is empty; it must hold the secret.") }
        guard !text.unicodeScalars.contains(where: isControl) else {
            throw error("it holds a line break or another control character; it must be one line of text.")
        }
        return Secret(text)
    }

    private func error(_ sentence: String) -> ConfigError {
        ConfigError("Store \(store), `\(key)`: \(sentence)", file: file, line: line)
    }
}
