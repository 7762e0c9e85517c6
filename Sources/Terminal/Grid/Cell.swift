/// One cell: a base character with its combining marks, or the right half of a wide one.
package struct Cell: Sendable, Hashable {
    /// Clean (``cleaned(_:)``) and one or two cells wide; empty in the right half of a wide character.
    package var text: String
    package var style: Style
    package init(_ text: String = " ", _ style: Style = .text) {
        self.text = text
        self.style = style
    }
    package static let blank = Cell()
}
