/// A colour as a theme names it.
package enum Color: Sendable, Hashable {
    /// The terminal's own foreground or background.
    case `default`
    /// One of the sixteen that people set in their terminal.
    case named(NamedColor)
    /// One of the 256 of xterm: 16 names, a cube of 6 × 6 × 6, 24 greys.
    case palette(UInt8)
    case rgb(UInt8, UInt8, UInt8)
}

/// The sixteen colours that every colour terminal knows, in the order of their numbers.
package enum NamedColor: UInt8, Sendable, Hashable, CaseIterable {
    case black, red, green, yellow, blue, magenta, cyan, white
    case brightBlack, brightRed, brightGreen, brightYellow
    case brightBlue, brightMagenta, brightCyan, brightWhite
}

/// Red, green and blue, each 0 to 255.
package struct RGB: Sendable, Hashable {
    package var red: Int
    package var green: Int
    package var blue: Int

    package init(_ red: Int, _ green: Int, _ blue: Int) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// How far two colours are apart to the eye, squared: green counts most, and red more the more there is.
    func distance(to other: RGB) -> Int {
        let mean = (red + other.red) / 2
        let (r, g, b) = (red - other.red, green - other.green, blue - other.blue)
        return ((512 + mean) * r * r) / 256 + 4 * g * g + ((767 - mean) * b * b) / 256
    }

    /// 0 for black to 1 for white, as WCAG 2 defines relative luminance, with a square for its curve.
    var luminance: Double {
        func linear(_ value: Int) -> Double { Double(value * value) / 65_025 }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// 1 for none to 21 for black on white; text needs 3 to be readable.
    package func contrast(to other: RGB) -> Double {
        let (high, low) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (high + 0.05) / (low + 0.05)
    }
}
