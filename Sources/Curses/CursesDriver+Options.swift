import Glibc

extension CursesDriver {
    /// Where the terminal is and what it is to do.
    package struct Options: Sendable {
        package var input: Int32
        package var output: Int32
        /// The variables that say what the terminal is (TERM, COLORTERM, NO_COLOR, LC_…, ESCDELAY).
        package var environment: [String: String]
        /// The file that takes what goes to standard error while the screen is up; nil leaves that alone.
        package var errorLog: String?
        /// Off by default: with it the terminal's own selecting needs Shift.
        package var usesMouse: Bool

        package init(
            input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO, environment: [String: String]? = nil,
            errorLog: String? = nil, usesMouse: Bool = false
        ) {
            self.input = input
            self.output = output
            self.environment = environment ?? Environment.current
            self.errorLog = errorLog
            self.usesMouse = usesMouse
        }

        var terminalType: String { environment["TERM"] ?? "" }
    }
}
