import Model

/// A pick list as `pick --json` prints it.
struct PickJSON: Encodable {
    struct Line: Encodable {
        struct Source: Encodable {
            var id: String
            var quantity: Int
        }
        var store: String
        var name: String
        @OrNull var variant: String?
        var quantity: Int
        var purchases: [Source]
    }

    struct Skipped: Encodable {
        var reason: String
        var count: Int
        /// The first few.
        var purchases: [String]
    }

    var lines: [Line]
    var purchases: Int
    var items: Int
    var skipped: [Skipped]
}

extension PickJSON {
    init(_ list: PickList, stores: [StoreID: String]) {
        lines = list.lines.map { line in
            Line(
                store: stores[line.id.store] ?? "", name: line.name,
                variant: line.variant.isEmpty ? nil : line.variant, quantity: line.quantity,
                purchases: line.sources.map { Line.Source(id: $0.key.purchase.text, quantity: $0.quantity) })
        }
        purchases = list.purchases
        items = list.items
        skipped = list.skipped.map {
            Skipped(reason: $0.reason.code, count: $0.count, purchases: $0.examples.map(\.purchase.text))
        }
    }
}

extension SkipReason {
    /// The JSON's word.
    var code: String {
        switch self {
        case .gone: "gone"
        case .held: "held"
        case .young: "young"
        case .nothingSafe: "nothing-safe"
        case .unsettled: "unsettled"
        case .noAddress: "no-address"
        case .nothingOfOurs: "nothing-of-ours"
        case .noHandOver: "no-hand-over"
        }
    }
}
