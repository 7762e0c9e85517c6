/// How a role looks: colours and attributes.
package struct Appearance: Sendable, Hashable {
    package var foreground: Color
    package var background: Color
    package var emphasis: Emphasis
    package init(_ foreground: Color = .default, on background: Color = .default, _ emphasis: Emphasis = []) {
        self.foreground = foreground
        self.background = background
        self.emphasis = emphasis
    }
}

/// What every role looks like.
///
/// A role is given once, for the best terminal, and degrades by itself; `fallbacks` say it better for a
/// depth where the nearest colour is not the right one.
package struct Theme: Sendable, Hashable {
    package var name: String
    /// For people, in the theme picker.
    package var summary: String
    package var roles: [Role: Appearance]
    /// By depth; used for that depth alone.
    package var fallbacks: [ColorDepth: [Role: Appearance]]

    package init(
        name: String, summary: String = "", roles: [Role: Appearance],
        fallbacks: [ColorDepth: [Role: Appearance]] = [:]
    ) {
        self.name = name
        self.summary = summary
        self.roles = roles
        self.fallbacks = fallbacks
    }

    /// How a cell of this style looks on a terminal of this depth.
    package func appearance(of style: Style, at depth: ColorDepth) -> Appearance {
        var look = appearance(of: style.role, at: depth)
        if let ground = style.ground { look = look.laid(on: appearance(of: ground, at: depth)) }
        look.emphasis.formUnion(style.emphasis)
        return look
    }

    private func appearance(of role: Role, at depth: ColorDepth) -> Appearance {
        let given = fallbacks[depth]?[role]
        let best = given ?? roles[role] ?? Appearance()
        guard depth == .mono else { return best.degraded(to: depth) }
        return Appearance(given?.emphasis ?? best.emphasis.union(role.monoEmphasis))
    }
}

extension Appearance {
    init(_ emphasis: Emphasis) { self.init(.default, on: .default, emphasis) }

    /// Two colours that differ stay different, or the text would be gone.
    func degraded(to depth: ColorDepth) -> Appearance {
        var result = self
        result.foreground = foreground.degraded(to: depth)
        result.background = background.degraded(to: depth)
        if foreground != background, result.foreground == result.background { result.makeReadable() }
        return result
    }

    /// The role's foreground on the row's background; where that could not be read, the row's foreground.
    func laid(on ground: Appearance) -> Appearance {
        var result = Appearance(foreground, on: ground.background, emphasis.union(ground.emphasis))
        if foreground == .default { result.foreground = ground.foreground }
        if let front = result.foreground.rgb, let back = result.background.rgb, front.contrast(to: back) < 3 {
            result.foreground = ground.foreground
        }
        return result
    }

    private mutating func makeReadable() {
        guard let rgb = background.rgb else { return }
        foreground = .named(rgb.contrast(to: RGB(0, 0, 0)) > 7 ? .black : .brightWhite)
    }
}

extension Role {
    /// What tells the role from plain text where there is no colour.
    var monoEmphasis: Emphasis {
        switch self {
        case .cursorRow, .tabSelected, .buttonFocused, .gauge: .reverse
        case .strong, .title, .header, .mark, .dialogTitle, .footerKey, .good, .warning: .bold
        case .stateAttention, .error, .unknown: [.bold, .underline]
        case .dim, .stateShipped, .stateNothing, .gaugeRest, .line: .dim
        case .field, .match: .underline
        case .fieldFocused, .fieldInvalid: [.underline, .bold]
        default: []
        }
    }
}
