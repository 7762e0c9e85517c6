import Model
import ViewModels

/// A walk along the shelves.
enum Picks {
    static let claim = Claim(author: Station.elsewhere, process: "7.1", since: Station.now - 240)

    static let list = PickList(
        lines: [
            line(1, "Cap", "red", 12, [(1043, "Müller, Zoë", 2), (1044, "山田 太郎", 10)]),
            line(
                2, "Poster A1, signed, in a tube, with a certificate", "", 9, [(1052, "Eder, Eva", 1)], of: 9),
            line(3, "Shirt", "S", 3, [(1060, "Two\nlines, \u{202E}desrever", 3)]),
            line(4, "Shirt", "XL", 1_204, [(1061, "", 1)], of: 1_100),
        ], purchases: 1_104,
        skipped: [
            PickSkip(reason: .held, count: 7, examples: [1070, 1071, 1072, 1073, 1074].map(Station.key)),
            PickSkip(reason: .young, count: 1, examples: [Station.key(1099)]),
        ])

    private static func line(
        _ id: Int64, _ name: String, _ variant: String, _ quantity: Int, _ sources: [(Int, String, Int)],
        of purchases: Int? = nil
    ) -> PickLine {
        PickLine(
            id: PickLine.ID(store: Station.gala.id, kind: ItemKind(itemID: id)), name: name, variant: variant,
            quantity: quantity, purchases: purchases ?? sources.count,
            sources: sources.map { PickSource(key: Station.key($0.0), purchaser: $0.1, quantity: $0.2) })
    }
}
