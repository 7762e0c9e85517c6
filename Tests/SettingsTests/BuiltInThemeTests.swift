import Terminal
import Testing

@testable import Settings

/// What the built-in themes promise, in numbers.
@Suite struct BuiltInThemeTests {
    private static let states: [Role] = [
        .stateToShip, .statePartly, .stateShipped, .stateNothing, .stateHeld, .stateAttention,
    ]
    private static let grounds: [Role] = [.cursorRow, .markedRow]

    /// All but `mono`, which has no colours, and `console`, whose colours are what the console makes of
    /// them.
    private static let colored = [
        "harbour", "paper", "contrast", "beacon", "beacon-day", "dusk", "ember", "meadow",
    ]
    private static let grounded = ["contrast": "#000000", "dusk": "#221d33"]
    private static let light: Set<String> = ["paper", "beacon-day", "meadow"]

    private func theme(_ name: String) throws -> Theme { try ThemeLibrary().theme(named: name) }

    @Test(arguments: ThemeLibrary().names)
    func everyRoleHasALookAndTheThemeASummary(name: String) throws {
        let theme = try theme(name)
        #expect(Set(theme.roles.keys) == Set(Role.allCases))
        #expect(!theme.summary.isEmpty)
    }

    /// WCAG's bar for text; the terminals that a theme is made for may be a little off pure black or white.
    @Test(arguments: colored)
    func textCanBeRead(name: String) throws {
        let theme = try theme(name)
        let ownGround = Self.grounded[name] ?? (Self.light.contains(name) ? "#fdf6e3" : "#1e1e1e")
        let least = name == "contrast" ? 7 : 4.5
        let decorations: Set<Role> = [.line, .gaugeRest]
        for role in Role.allCases where !decorations.contains(role) {
            let look = try #require(theme.roles[role])
            let fore = Eye.rgb(look.foreground)
            let back = Eye.rgb(look.background) ?? Eye.rgb(PaletteColor.literal(ownGround) ?? .default)
            guard let fore, let back else { continue }
            #expect(Eye.contrast(fore, back) >= least, "\(name), \(role.rawValue)")
        }
    }

    @Test(arguments: colored, BuiltInThemeTests.grounds)
    func statesCanBeReadUnderTheCursorAndOnMarkedRows(name: String, ground: Role) throws {
        let theme = try theme(name)
        for state in Self.states {
            let look = theme.appearance(of: Style(state, on: ground), at: .truecolor)
            guard let fore = Eye.rgb(look.foreground), let back = Eye.rgb(look.background) else { continue }
            #expect(Eye.contrast(fore, back) >= 4.5, "\(name), \(state.rawValue)")
        }
    }

    /// 10 is a difference that nobody misses at a glance.
    @Test(arguments: colored, Eye.Kind.allCases)
    func statesStayApartForEveryEye(name: String, eye: Eye.Kind) throws {
        let theme = try theme(name)
        let colors = try Self.states.map { state in
            try #require(Eye.rgb(theme.roles[state]?.foreground ?? .default), "\(state)")
        }
        for (number, one) in colors.enumerated() {
            for (offset, other) in colors[..<number].enumerated() {
                let pair = "\(Self.states[number].rawValue) and \(Self.states[offset].rawValue)"
                let least: Double = name.hasPrefix("beacon") ? 20 : 10
                #expect(eye.difference(one, other) >= least, "\(name): \(pair)")
            }
        }
    }

    @Test(arguments: ["harbour", "paper", "beacon", "beacon-day", "ember", "meadow"])
    func theTerminalsOwnBackgroundShowsExceptWhereSomethingStandsOut(name: String) throws {
        let grounded = try theme(name).roles.filter { $0.value.background != .default }.keys
        let allowed: Set<Role> = [
            .tabSelected, .cursorRow, .markedRow, .field, .fieldFocused, .fieldInvalid, .buttonFocused,
            .match,
        ]
        #expect(Set(grounded).subtracting(allowed).isEmpty)
    }

    @Test func monoHasNoColorAndTellsStatesByWeight() throws {
        let theme = try theme("mono")
        #expect(theme.roles.values.allSatisfy { $0.foreground == .default && $0.background == .default })
        #expect(Set(Self.states.map { theme.roles[$0]?.emphasis.rawValue }).count == Self.states.count)
    }

    @Test func duskPaintsTheWholeScreen() throws {
        #expect(try theme("dusk").roles.values.allSatisfy { $0.background != .default })
    }

    @Test func consoleHasSixteenColorsAndNoBrightGround() throws {
        for look in try theme("console").roles.values {
            for color in [look.foreground, look.background] {
                guard case .named = color else {
                    #expect(color == .default)
                    continue
                }
            }
            if case .named(let ground) = look.background { #expect(ground.rawValue < 8) }
        }
    }

    @Test(arguments: colored + ["console"])
    func withSixteenColorsStatesDifferAndTheCursorShows(name: String) throws {
        let theme = try theme(name)
        let looks = Set(Self.states.map { theme.appearance(of: Style($0), at: .ansi16) })
        #expect(looks.count == Self.states.count)
        let cursor = theme.appearance(of: Style(.cursorRow), at: .ansi16)
        #expect(cursor.background != theme.appearance(of: Style(.text), at: .ansi16).background)
        #expect(cursor.background != cursor.foreground)
    }
}
