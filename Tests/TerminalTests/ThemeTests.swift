import Testing

@testable import Terminal

@Suite("Themes")
struct ThemeTests {
    private let theme = Theme(
        name: "test",
        roles: [
            .text: Appearance(.rgb(220, 220, 220)),
            .stateAttention: Appearance(.rgb(250, 90, 90), on: .default, .bold),
            .stateHeld: Appearance(.rgb(45, 62, 92)),
            .cursorRow: Appearance(.rgb(255, 255, 255), on: .rgb(40, 60, 90)),
            .title: Appearance(.rgb(30, 30, 34), on: .rgb(28, 28, 30)),
        ],
        fallbacks: [.ansi16: [.cursorRow: Appearance(.named(.brightWhite), on: .named(.blue))]])

    @Test("A colour becomes the nearest that the terminal has")
    func degrading() {
        #expect(Color.rgb(255, 0, 0).degraded(to: .truecolor) == .rgb(255, 0, 0))
        #expect(Color.rgb(255, 0, 0).degraded(to: .ansi256) == .palette(196))
        #expect(Color.rgb(250, 5, 3).degraded(to: .ansi16) == .named(.brightRed))
        #expect(Color.palette(46).degraded(to: .ansi16) == .named(.brightGreen))
        #expect(Color.palette(3).degraded(to: .ansi256) == .named(.yellow))
        #expect(Color.palette(200).degraded(to: .ansi256) == .palette(200))
        #expect(Color.rgb(9, 9, 9).degraded(to: .ansi256) == .palette(232))
        for depth in ColorDepth.allCases { #expect(Color.default.degraded(to: depth) == .default) }
        #expect(Color.named(.red).degraded(to: .mono) == .default)
    }

    @Test("A fallback of the theme wins over the nearest colour")
    func fallback() {
        let look = theme.appearance(of: Style(.cursorRow), at: .ansi16)
        #expect(look == Appearance(.named(.brightWhite), on: .named(.blue)))
    }

    @Test("On the cursor row a state keeps its colour and takes the row's background")
    func ground() {
        let look = theme.appearance(of: Style(.stateAttention, .underline, on: .cursorRow), at: .truecolor)
        #expect(look == Appearance(.rgb(250, 90, 90), on: .rgb(40, 60, 90), [.bold, .underline]))
    }

    @Test("A state that could not be read on the cursor row takes the row's colour")
    func unreadable() {
        let look = theme.appearance(of: Style(.stateHeld, on: .cursorRow), at: .truecolor)
        #expect(look.foreground == .rgb(255, 255, 255))
    }

    @Test("Two colours that differ never fall together")
    func fallingTogether() {
        let look = theme.appearance(of: Style(.title), at: .ansi16)
        #expect(look.foreground != look.background)
    }

    @Test("Without colour, roles differ by attributes")
    func mono() {
        for theme in [theme, .plain] {
            let cursor = theme.appearance(of: Style(.stateAttention, on: .cursorRow), at: .mono)
            #expect(cursor.foreground == .default && cursor.background == .default)
            #expect(cursor.emphasis.isSuperset(of: [.reverse, .bold]))
            #expect(theme.appearance(of: .text, at: .mono).emphasis == [])
        }
    }

    @Test(
        "The depth is what environment and description say together",
        arguments: [
            ([:], 256, .ansi256), ([:], 8, .ansi16), ([:], 16, .ansi16), ([:], 0, .mono),
            ([:], 1 << 24, .truecolor),
            (["COLORTERM": "truecolor"], 256, .truecolor), (["COLORTERM": "24bit"], 8, .ansi16),
            (["NO_COLOR": "1", "COLORTERM": "truecolor"], 256, .mono), (["NO_COLOR": ""], 256, .ansi256),
            (["TERM": "dumb"], 256, .mono),
        ] as [([String: String], Int, ColorDepth)])
    func depth(environment: [String: String], colors: Int, expected: ColorDepth) {
        #expect(ColorDepth.detect(environment: environment, colors: colors) == expected)
    }
}
