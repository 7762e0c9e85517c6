import Model
import ViewModels

/// All command barcodes, to be printed, stuck to the bench, or scanned from the screen.
struct BarcodeSheet {
    private let rows: [(command: ScanCommand, code: Code128)]

    init(_ settings: ScanSettings) {
        rows = ScanCommand.allCases.compactMap { command in
            Code128(settings.text(of: command)).map { (command, $0) }
        }
    }

    /// What each holds and does.
    var texts: [[String]] { rows.map { [$0.code.text, $0.command.help] } }

    /// One page of A4 width, in millimetres; a module is 0.5 mm, or less where a bar would not fit.
    var svg: String {
        let height = 20 + rows.count * SheetRow.height
        let bodies = rows.enumerated().map { SheetRow(code: $1.code, help: $1.command.help, place: $0).svg }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="\(height)mm" viewBox="0 0 210 \(height)">
            <rect width="210" height="\(height)" fill="#fff"/>
            <g font-family="monospace" font-size="4" fill="#000">
            <text x="15" y="12" font-size="6">shipdesk: command barcodes</text>
            \(bodies.joined(separator: "\n"))
            </g>
            </svg>
            """
    }

    /// Black on white, whatever the terminal's colours; what is too wide for it is only said.
    func drawing(columns: Int) -> String {
        let blocks = rows.map { row in
            let words = "\(row.code.text)  \(row.command.help)"
            let cells = row.code.cells
            guard cells.count <= columns else {
                return "\(words)\n(needs \(cells.count) columns; print it with --svg)\n"
            }
            let blank = String(repeating: " ", count: cells.count)
            let bars = ([blank] + Array(repeating: cells, count: 4) + [blank])
            let rows = bars.map { "\u{1B}[38;5;16;48;5;231m\($0)\u{1B}[0m" }
            return words + "\n" + rows.joined(separator: "\n") + "\n"
        }
        return blocks.joined(separator: "\n")
    }
}

/// One barcode of the page with what it means.
private struct SheetRow {
    var code: Code128
    var help: String
    var place: Int

    /// Millimetres.
    static let height = 36
    private static let barHeight = 18
    private static let roomForBars = 180

    var svg: String {
        let top = 20 + place * Self.height
        // In hundredths of a millimetre, so that no rounding makes bars of one width differ.
        let module = min(50, Self.roomForBars * 100 / code.width)
        let bars = code.bars.map { bar in
            "<rect x=\"\(hundredths(bar.start * module))\" y=\"0\" width=\"\(hundredths(bar.width * module))\" "
                + "height=\"\(Self.barHeight)\"/>"
        }
        return """
            <g transform="translate(15 \(top))">\(bars.joined())</g>
            <text x="20" y="\(top + Self.barHeight + 5)">\(escaped(code.text))</text>
            <text x="20" y="\(top + Self.barHeight + 10)" font-size="3.2">\(escaped(help))</text>
            """
    }

    private func hundredths(_ number: Int) -> String {
        let rest = number % 100
        return "\(number / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    private func escaped(_ text: String) -> String {
        text.map { character in
            switch character {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            default: String(character)
            }
        }.joined()
    }
}
