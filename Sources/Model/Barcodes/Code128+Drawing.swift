extension Code128 {
    /// How wide it is with its quiet zones, in modules.
    package var width: Int { modules.count + 2 * Code128.quietZone }

    /// The dark bars, quiet zone counted: where each begins and how wide it is, in modules.
    package var bars: [(start: Int, width: Int)] {
        var bars: [(start: Int, width: Int)] = []
        for (place, isDark) in modules.enumerated() where isDark {
            if let last = bars.last, last.start + last.width == place + Code128.quietZone {
                bars[bars.count - 1].width += 1
            } else {
                bars.append((place + Code128.quietZone, 1))
            }
        }
        return bars
    }

    /// One row for a terminal with two modules in each cell: `█` dark, blank light. Dark ink on light ground
    /// is for the caller to set; only so a scanner reads it.
    package var cells: String {
        let quiet = Array(repeating: false, count: Code128.quietZone)
        let all = quiet + modules + quiet
        return stride(from: 0, to: all.count, by: 2).map { place in
            switch (all[place], place + 1 < all.count && all[place + 1]) {
            case (true, true): "█"
            case (true, false): "▌"
            case (false, true): "▐"
            case (false, false): " "
            }
        }.joined()
    }
}
