import Terminal
import ViewModels
import Widgets

/// The address as it would stand on the parcel, in a box, and below what is odd or missing about it.
struct AddressLabel: Widget {
    private let address: [String]
    private let flags: [String]

    /// - Parameter lines: address lines and flags; others are passed over.
    init(_ lines: [DetailLine]) {
        address = lines.filter { !$0.isFlag }.map(\.words)
        flags = lines.filter(\.isFlag).map(\.words)
    }

    func height(for width: Int) -> Int {
        (address.isEmpty ? 0 : address.count + 2) + flagText.height(for: width)
    }

    func draw(into grid: inout Grid, in rect: Rect) {
        let (label, below) = rect.top(address.isEmpty ? 0 : address.count + 2)
        if !address.isEmpty { drawBox(into: &grid, in: label.left(boxWidth).0) }
        grid.draw(flagText, in: below)
    }

    private var flagText: Stack { Stack(flags.map { Paragraph("! \($0)", .warning, hang: 2) }) }

    /// Cells: as wide as its longest line, within bounds.
    var boxWidth: Int { max(34, min(46, address.reduce(0) { max($0, textWidth($1)) } + 4)) }

    private func drawBox(into grid: inout Grid, in box: Rect) {
        grid.draw(Frame(Line("ship to", .label)), in: box)
        let inside = box.inset(by: 2, 1)
        for (number, line) in address.enumerated() where number < inside.height {
            grid.put(line, at: inside.row(number), Style(number == 0 ? .strong : .text))
        }
    }
}
