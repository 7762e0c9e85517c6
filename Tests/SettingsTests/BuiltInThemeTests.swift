import Terminal
import Testing

@testable import Settings

/// What the four themes promise, in numbers.
@Suite struct BuiltInThemeTests {
    private static let states: [Role] = [
        .stateToShip, .statePartly, .stateShipped, .stateNothing, .stateHeld, .stateAttention,
    ]
    private static let grounds: [Role] = [.cursorRow, .markedRow]

    private func theme(_ name: String) throws -> Theme { try ThemeLibrary().theme(named: name) }

    @Test(arguments: ["harbour", "paper", "contrast", "mono"])
    func everyRoleHasALookAndTheThemeASummary(name: String) throws {
        let theme = try theme(name)
        #expect(Set(theme.roles.keys) == Set(Role.allCases))
        #expect(!theme.summary.isEmpty)
    }

    /// WCAG's bar for text; the terminals that a theme is made for may be a little off pure black or white.
    @Test(arguments: [("harbour", "#1e1e1e", 4.5), ("paper", "#fdf6e3", 4.5), ("contrast", "#000000", 7)])
    func textCanBeRead(name: String, ownGround: String, least: Double) throws {
        let theme = try theme(name)
        let decorations: Set<Role> = [.line, .gaugeRest]
        for role in Role.allCases where !decorations.contains(role) {
            let look = try #require(theme.roles[role])
            let fore = Eye.rgb(look.foreground)
            let back = Eye.rgb(look.background) ?? Eye.rgb(PaletteColor.literal(ownGround) ?? .default)
            guard let fore, let back else { continue }
            #expect(Eye.contrast(fore, back) >= least, "\(name), \(role.rawValue)")
        }
    }

    @Test(arguments: ["harbour", "paper", "contrast"], BuiltInThemeTests.grounds)
    func statesCanBeReadUnderTheCursorAndOnMarkedRows(name: String, ground: Role) throws {
        let theme = try theme(name)
        for state in Self.states {
            let look = theme.appearance(of: Style(state, on: ground), at: .truecolor)
            guard let fore = Eye.rgb(look.foreground), let back = Eye.rgb(look.background) else { continue }
            #expect(Eye.contrast(fore, back) >= 4.5, "\(name), \(state.rawValue)")
        }
    }

    /// 10 is a difference that nobody misses at a glance.
    @Test(arguments: ["harbour", "paper", "contrast"], Eye.Kind.allCases)
    func statesStayApartForEveryEye(name: String, eye: Eye.Kind) throws {
        let theme = try theme(name)
        let colors = try Self.states.map { state in
            try #require(Eye.rgb(theme.roles[state]?.foreground ?? .default), "\(state)")
        }
        for (number, one) in colors.enumerated() {
            for (offset, other) in colors[..<number].enumerated() {
                let pair = "\(Self.states[number].rawValue) and \(Self.states[offset].rawValue)"
                #expect(eye.difference(one, other) >= 10, "\(name): \(pair)")
            }
        }
    }

    @Test(arguments: ["harbour", "paper"])
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

    @Test(arguments: ["harbour", "paper", "contrast"])
    func withSixteenColorsStatesDifferAndTheCursorShows(name: String) throws {
        let theme = try theme(name)
        let looks = Set(Self.states.map { theme.appearance(of: Style($0), at: .ansi16) })
        #expect(looks.count == Self.states.count)
        let cursor = theme.appearance(of: Style(.cursorRow), at: .ansi16)
        #expect(cursor.background != theme.appearance(of: Style(.text), at: .ansi16).background)
        #expect(cursor.background != cursor.foreground)
    }
}
