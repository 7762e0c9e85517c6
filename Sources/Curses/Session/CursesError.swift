/// Why there can be no screen.
package enum CursesError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Standard input or output goes to a file or a pipe.
    case notATerminal
    /// Neither the terminal's own type nor a common one is in the terminal database.
    case unusableTerminal(String)

    package var description: String {
        switch self {
        case .notATerminal: "The dashboard needs a terminal: standard input or output is not one."
        case .unusableTerminal(let type):
            "The terminal type “\(type)” is not known here, nor is a common one; is ncurses-base installed?"
        }
    }
}
