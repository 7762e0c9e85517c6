/// How many colours a terminal has.
package enum ColorDepth: Int, Sendable, Hashable, Comparable, CaseIterable {
    case mono, ansi16, ansi256, truecolor

    package static func < (one: ColorDepth, other: ColorDepth) -> Bool { one.rawValue < other.rawValue }

    /// What the environment and the terminal's description say together.
    ///
    /// `NO_COLOR`, set and not empty, wins. `COLORTERM` (`truecolor`, `24bit`) is believed where
    /// the description has 256 colours at least: it survives `sudo` and old multiplexers that have fewer.
    /// - Parameter colors: the number of colours of the terminal's description (terminfo).
    package static func detect(environment: [String: String], colors: Int) -> ColorDepth {
        if environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb" { return .mono }
        if colors > 256 { return .truecolor }
        if colors == 256 {
            return ["truecolor", "24bit"].contains(environment["COLORTERM"]) ? .truecolor : .ansi256
        }
        return colors >= 8 ? .ansi16 : .mono
    }
}
