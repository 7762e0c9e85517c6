extension Color {
    /// The nearest colour that a terminal of this depth has.
    package func degraded(to depth: ColorDepth) -> Color {
        switch (self, depth) {
        case (_, .mono): .default
        case (.rgb, .ansi256): nearest(among: 16..<256)
        case (.rgb, .ansi16): nearest(among: 0..<16)
        case (.palette(let number), .ansi16) where number >= 16: nearest(among: 0..<16)
        case (.palette(let number), _) where number < 16:
            NamedColor(rawValue: number).map { .named($0) } ?? self
        default: self
        }
    }

    /// What the colour is made of, as xterm shows it; nil where only the terminal knows.
    package var rgb: RGB? {
        switch self {
        case .default: nil
        case .named(let name): Self.paletteRGB[Int(name.rawValue)]
        case .palette(let number): Self.paletteRGB[Int(number)]
        case .rgb(let red, let green, let blue): RGB(Int(red), Int(green), Int(blue))
        }
    }

    /// The entry of xterm's palette that is nearest.
    package func nearest(among numbers: Range<Int>) -> Color {
        guard let rgb else { return self }
        let distance = { (number: Int) in Self.paletteRGB[number].distance(to: rgb) }
        let best = numbers.min { distance($0) < distance($1) } ?? 0
        return NamedColor(rawValue: UInt8(best)).map { .named($0) } ?? .palette(UInt8(best))
    }

    private static let paletteRGB: [RGB] = {
        let names = [
            RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0),
            RGB(0, 0, 238), RGB(205, 0, 205), RGB(0, 205, 205), RGB(229, 229, 229),
            RGB(127, 127, 127), RGB(255, 0, 0), RGB(0, 255, 0), RGB(255, 255, 0),
            RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255), RGB(255, 255, 255),
        ]
        let steps = [0, 95, 135, 175, 215, 255]
        let cube = (0..<216).map { RGB(steps[$0 / 36], steps[$0 / 6 % 6], steps[$0 % 6]) }
        let greys = (0..<24).map { RGB(8 + 10 * $0, 8 + 10 * $0, 8 + 10 * $0) }
        return names + cube + greys
    }()
}
