extension Theme {
    /// The sixteen names and the terminal's own background: for tests, and where no theme file can be read.
    package static let plain = Theme(
        name: "plain", summary: "The terminal's own colours",
        roles: [
            .dim: Appearance(.named(.brightBlack)), .strong: Appearance([.bold]),
            .title: Appearance(.named(.cyan), .bold), .header: Appearance([.bold]),
            .tabSelected: Appearance([.bold, .reverse]), .footerKey: Appearance([.bold]),
            .cursorRow: Appearance([.reverse]), .markedRow: Appearance([.bold]),
            .mark: Appearance(.named(.yellow), .bold),
            .stateToShip: Appearance(.named(.blue), .bold), .statePartly: Appearance(.named(.cyan)),
            .stateShipped: Appearance(.named(.green)), .stateNothing: Appearance(.named(.brightBlack)),
            .stateHeld: Appearance(.named(.magenta)), .stateAttention: Appearance(.named(.red), .bold),
            .waiting: Appearance(.named(.yellow)), .unknown: Appearance(.named(.red)),
            .good: Appearance(.named(.green)), .warning: Appearance(.named(.yellow), .bold),
            .error: Appearance(.named(.red), .bold), .info: Appearance(.named(.cyan)),
            .field: Appearance([.underline]), .fieldFocused: Appearance([.underline, .bold]),
            .fieldInvalid: Appearance(.named(.red), .underline),
            .dialogTitle: Appearance([.bold]), .buttonFocused: Appearance([.reverse]),
            .gauge: Appearance(.named(.green)), .gaugeRest: Appearance(.named(.brightBlack)),
            .line: Appearance(.named(.brightBlack)), .match: Appearance(.named(.yellow), .underline),
        ])
}

extension Appearance {
    fileprivate init(_ foreground: Color, _ emphasis: Emphasis) {
        self.init(foreground, on: .default, emphasis)
    }
}
