import CNcurses
import Terminal

/// What curses wants to know of a cell's look.
struct Look: Hashable {
    var attributes: UInt32
    var pair: Int32
    static let plain = Look(attributes: 0, pair: 0)
}

/// The colours that a theme uses, as the terminal has them.
///
/// Curses knows colours by numbers and pairs of them by numbers again; small terminals have 64 pairs. So
/// pairs are made when first used, one after the other. Where the terminal can change its palette, a
/// truecolor is put onto the number whose own colour is nearest: a terminal that does not do what it says
/// still shows something close.
@MainActor
final class Palette {
    let depth: ColorDepth
    private let isDirect: Bool
    private let hasDefaultColors: Bool
    private var pairs: [ColorPair: Int32] = [:]
    private var redefined: [Int32: RGB] = [:]

    private struct ColorPair: Hashable {
        var foreground: Int32
        var background: Int32
    }

    /// To be made after `newterm`.
    /// - Parameter wanted: what the environment claims; less where curses cannot do it with this terminal.
    init(wanted: ColorDepth) {
        nc_guard_palette_changed(0)
        guard wanted > .mono, has_colors(), start_color() == OK else {
            (depth, isDirect, hasDefaultColors) = (.mono, false, false)
            return
        }
        hasDefaultColors = use_default_colors() == OK
        isDirect = nc_has_direct_color() != 0 && nc_colors() > 256
        depth = min(wanted, isDirect || can_change_color() ? .truecolor : .ansi256)
    }

    /// Forgets all pairs; everything has to be drawn again.
    func reset() {
        for slot in redefined.keys {
            if let own = Color.palette(UInt8(slot)).rgb { define(slot, own) }
        }
        pairs = [:]
        redefined = [:]
    }

    func look(of appearance: Appearance) -> Look {
        var look = Look(attributes: appearance.emphasis.attributes, pair: 0)
        guard depth > .mono else { return look }
        if nc_colors() < 16, case .named(let name) = appearance.foreground, name.rawValue >= 8 {
            look.attributes |= NC_A_BOLD
        }
        look.pair = pair(
            ColorPair(
                foreground: number(of: appearance.foreground, orElse: 7),
                background: number(of: appearance.background, orElse: 0)))
        return look
    }

    /// Without a pair left, the terminal's own colours, which can always be read.
    private func pair(_ colors: ColorPair) -> Int32 {
        if colors == ColorPair(foreground: -1, background: -1) { return 0 }
        if let known = pairs[colors] { return known }
        let next = Int32(pairs.count + 1)
        guard next < nc_color_pairs(), init_extended_pair(next, colors.foreground, colors.background) == OK
        else { return 0 }
        pairs[colors] = next
        return next
    }

    private func number(of color: Color, orElse plain: Int32) -> Int32 {
        switch color {
        case .default: hasDefaultColors ? -1 : plain
        case .named(let name): Int32(name.rawValue) % min(nc_colors(), 16)
        case .palette(let number): isDirect ? direct(color) : Int32(number)
        case .rgb: isDirect ? direct(color) : slot(for: color)
        }
    }

    private func direct(_ color: Color) -> Int32 {
        guard let rgb = color.rgb else { return -1 }
        // The lowest eight are not 24-bit values but the terminal's own colours.
        return max(8, Int32(rgb.red << 16 | rgb.green << 8 | rgb.blue))
    }

    /// The number of the palette that shows this colour, redefined if need be.
    private func slot(for color: Color) -> Int32 {
        guard let rgb = color.rgb, case .palette(let nearest) = color.nearest(among: 16..<256) else {
            return -1
        }
        let slot = Int32(nearest)
        guard redefined[slot] == nil else { return slot }
        redefined[slot] = rgb
        nc_guard_palette_changed(1)
        define(slot, rgb)
        return slot
    }

    private func define(_ slot: Int32, _ rgb: RGB) {
        // Curses counts to 1,000 and rounds down on the way out.
        let scaled = { (value: Int) in Int32((value * 1_000 + 254) / 255) }
        init_extended_color(slot, scaled(rgb.red), scaled(rgb.green), scaled(rgb.blue))
    }
}

extension Emphasis {
    fileprivate var attributes: UInt32 {
        let table: [(Emphasis, UInt32)] = [
            (.bold, NC_A_BOLD), (.dim, NC_A_DIM), (.reverse, NC_A_REVERSE), (.underline, NC_A_UNDERLINE),
            (.italic, NC_A_ITALIC),
        ]
        return table.reduce(0) { contains($1.0) ? $0 | $1.1 : $0 }
    }
}
