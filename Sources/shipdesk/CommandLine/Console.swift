import ArgumentParser
import Cache
import Model
import Services
import Settings
import Terminal

#if canImport(Glibc)
    import Glibc
#endif

/// What commands say: results on stdout, words for people on stderr. Foreign text is cleaned in both.
enum Console {
    /// A line of results as it is: JSON, CSV.
    static func result(_ line: String) { write(line + "\n", to: STDOUT_FILENO) }

    /// A line for people, on stdout.
    static func say(_ line: String) { write(cleaned(line) + "\n", to: STDOUT_FILENO) }

    /// Fields for people, on stdout, with a tab between.
    static func say(_ fields: [String]) {
        write(fields.map { cleaned($0) }.joined(separator: "\t") + "\n", to: STDOUT_FILENO)
    }

    /// A line for people beside the results, on stderr.
    static func tell(_ line: String) { write(cleaned(line) + "\n", to: STDERR_FILENO) }

    /// Bytes as they are, all of them; a reader that went away ends the program quietly.
    static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while let start = rest.baseAddress, !rest.isEmpty {
                let count = Glibc.write(descriptor, start, rest.count)
                if count < 0, errno == EINTR { continue }
                if count <= 0 { return }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
            }
        }
    }

    /// Runs a command's body and turns every error into a sentence and an exit status.
    nonisolated(nonsending) static func run(
        _ body: nonisolated(nonsending) () async throws -> Void
    ) async throws {
        do {
            try await body()
        } catch let stop as Stop {
            stop.sentences.forEach(tell)
            throw stop.status.code
        } catch let error as ConfigError {
            error.sentences.forEach(tell)
            throw ExitStatus.configuration.code
        } catch let refusals as Refusals {
            refusals.all.forEach { tell($0.sentence) }
            throw ExitStatus.badData.code
        } catch let error as CacheError {
            tell(error.sentence)
            throw ExitStatus.configuration.code
        } catch let error as LockError {
            tell(error.sentence)
            throw ExitStatus.configuration.code
        }
    }
}

extension ConfigError {
    /// One line each: where it stands, and what to do.
    var sentences: [String] {
        findings.flatMap { $0.description.split(separator: "\n") }.map(String.init)
    }
}
