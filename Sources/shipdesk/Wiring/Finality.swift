import Model
import Services

#if canImport(Glibc)
    import Glibc
#endif

/// What cannot be taken back is asked for twice: by `--final` beside it, or at the terminal.
enum Finality {
    /// Whether it is needed turns out when the marks are to be accepted.
    ///
    /// - Parameter isMeant: `--final` was written.
    /// - Throws: ``Refusals``; ``Stop`` (65) where it is not meant.
    static func asking(isMeant: Bool, _ accept: (Bool) throws -> Accepted) throws -> Accepted {
        do {
            return try accept(isMeant)
        } catch let refusals as Refusals where !isMeant && refusals.all.allSatisfy(\.isAskedAgain) {
            try ask(refusals.all.map(\.sentence))
            return try accept(true)
        }
    }

    private static func ask(_ reasons: [String]) throws {
        reasons.forEach(Console.tell)
        guard isatty(STDIN_FILENO) != 0, isatty(STDERR_FILENO) != 0 else {
            throw Stop(.badData, "Nothing was done. Where it is meant, write it again with --final.")
        }
        Console.write("Write yes where it is meant: ", to: STDERR_FILENO)
        guard readLine()?.lowercased().filter(\.isLetter) == "yes" else {
            throw Stop(.badData, "Nothing was done.")
        }
    }
}

extension Bench {
    /// The values with the PDF that they name put where it waits for its turn.
    /// - Throws: ``Stop`` (65) where it is none.
    func takingLabel(in sets: Attributes) throws -> Attributes {
        do throws(AttributeFault) {
            let taken = try labels.taking(sets) { FilePath($0).path }
            if taken != sets, let name = taken[OrderAttribute.labelFile].flatMap({ LabelName($0) }) {
                Console.tell("The label is a PDF of \(name.size).")
            }
            return taken
        } catch {
            throw Stop(.badData, error.sentence)
        }
    }
}
