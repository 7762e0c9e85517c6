import Terminal

/// A colour as a theme file gives it: once, or once more for terminals with 256 and with 16 colours.
struct PaletteColor: Sendable, Hashable {
    var best: Color
    var fallbacks: [ColorDepth: Color] = [:]

    func color(at depth: ColorDepth) -> Color { fallbacks[depth] ?? best }

    /// A colour that needs no name: `default`, one of the sixteen names, `"#rrggbb"`, or 0 to 255.
    static func literal(_ text: String) -> Color? {
        if text == "default" { return .default }
        if let number = NamedColor.words.firstIndex(of: text) {
            return NamedColor(rawValue: UInt8(number)).map { .named($0) }
        }
        if let number = UInt8(text) { return .palette(number) }
        guard text.hasPrefix("#"), text.count == 7, text.dropFirst().allSatisfy(\.isHexDigit),
            let number = UInt32(text.dropFirst(), radix: 16)
        else { return nil }
        return .rgb(UInt8(number >> 16), UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF))
    }
}

extension NamedColor {
    /// The names in files, in the order of the numbers.
    static let words: [String] = {
        let plain = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
        return plain + plain.map { "bright-" + $0 }
    }()
}
