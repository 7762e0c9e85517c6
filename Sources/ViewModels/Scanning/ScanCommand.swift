/// What a barcode on a card can ask for, so that hands stay on the scanner.
package enum ScanCommand: String, Sendable, Hashable, CaseIterable {
    case ship = "SHIP"
    case handOver = "HANDOVER"
    case next = "NEXT"
    case undo = "UNDO"
    case cancel = "CANCEL"
    case ok = "OK"
    case part = "PART"

    /// One sentence for the sheet of barcodes.
    package var help: String {
        switch self {
        case .ship: "Ship: opens the ship form; in scan-to-ship it ships without a tracking number."
        case .handOver: "Hand over, without an address."
        case .next: "Go on: the next purchase, field or order."
        case .undo: "Take back what was done last."
        case .cancel: "Go back; in scan-to-ship, put the order aside."
        case .ok: "Yes: confirms a question, or a warning that was read."
        case .part: "Scan-to-ship: the parcel is full, ship what was counted."
        }
    }
}

extension ScanSettings {
    /// What a scanned text asks for; nil where it is no command. Capitals do not matter: a caps lock turns
    /// what scanners type.
    package func command(in text: String) -> Result<ScanCommand, UnknownScanCommand>? {
        let typed = text.uppercased()
        let start = commands.uppercased()
        guard !start.isEmpty, typed.hasPrefix(start) else { return nil }
        let word = String(typed.dropFirst(start.count))
        return ScanCommand(rawValue: word).map(Result.success) ?? .failure(UnknownScanCommand(word: word))
    }

    /// The text that a command's barcode holds.
    package func text(of command: ScanCommand) -> String { commands + command.rawValue }
}

package struct UnknownScanCommand: Error, Sendable, Hashable {
    package var word: String
    package var sentence: String {
        "There is no command barcode \(word); there are "
            + ScanCommand.allCases.map(\.rawValue).joined(separator: ", ") + "."
    }
}

/// Whether a text could be a carrier's number: long enough, letters and digits only, and digits enough. Only
/// to tell it from an order's number; a number that looks odd is asked about, never refused.
package func looksLikeTracking(_ text: String) -> Bool {
    let signs = text.filter { $0 != " " && $0 != "-" }
    guard (10...40).contains(signs.count) else { return false }
    let isPlain = signs.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return isPlain && signs.count(where: \.isNumber) >= 6
}
