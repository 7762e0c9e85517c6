/// What a cell means. Screens name roles, themes give them colours: a closed list.
package enum Role: String, Sendable, Hashable, CaseIterable {
    case text, dim, strong, title, header
    case bar, tab, tabSelected = "tab-selected", footer, footerKey = "footer-key"
    case cursorRow = "cursor-row", markedRow = "marked-row", mark
    case stateToShip = "state-to-ship", statePartly = "state-partly", stateShipped = "state-shipped"
    case stateNothing = "state-nothing", stateHeld = "state-held", stateAttention = "state-attention"
    case waiting, unknown, good, warning, error, info
    case field, fieldFocused = "field-focused", fieldInvalid = "field-invalid"
    case dialog, dialogTitle = "dialog-title", button, buttonFocused = "button-focused"
    case gauge, gaugeRest = "gauge-rest", line, label, match
}

/// Attributes on top of a role: what must show even without colour.
package struct Emphasis: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let bold = Emphasis(rawValue: 1)
    package static let dim = Emphasis(rawValue: 2)
    package static let reverse = Emphasis(rawValue: 4)
    package static let underline = Emphasis(rawValue: 8)
    package static let italic = Emphasis(rawValue: 16)
}

/// How a cell looks: its role, and attributes on top of what the theme gives the role.
package struct Style: Sendable, Hashable {
    package var role: Role
    package var emphasis: Emphasis
    /// The row that the cell lies in, where it is a special one (``Role/cursorRow``, ``Role/markedRow``): its
    /// background shows under the role's own foreground.
    package var ground: Role?
    package init(_ role: Role, _ emphasis: Emphasis = [], on ground: Role? = nil) {
        self.role = role
        self.emphasis = emphasis
        self.ground = ground
    }
    package static let text = Style(.text)

    /// The same style on a special row: `grid.restyle(rect) { $0.on(.cursorRow) }`.
    package func on(_ ground: Role) -> Style { Style(role, emphasis, on: ground) }
}
