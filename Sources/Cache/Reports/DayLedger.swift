import Model

/// Sums up a day, mark by mark.
struct DayLedger {
    /// When the day began, Unix seconds.
    let start: Int64
    var unconfirmed = 0
    private var hours = [Int](repeating: 0, count: 24)
    private var total = Pile()
    private var kept = Pile()
    private var stations: [String: Pile] = [:]
    private var carriers: [String: Pile] = [:]

    init(start: Int64) { self.start = start }

    /// - Parameters:
    ///   - quantity: negative for an undo.
    ///   - hour: of the day; a day that the clocks make longer ends in its last.
    ///   - isKept: its store takes no marks.
    mutating func add(
        _ verb: Verb, _ quantity: Int, of purchase: PurchaseKey, at station: String, tracking: String?,
        hour: Int, isKept: Bool = false
    ) {
        hours[min(max(hour, 0), hours.count - 1)] += quantity
        let line = Pile.Line(verb: verb, quantity: quantity, purchase: purchase, tracking: tracking)
        total.add(line)
        if isKept { kept.add(line) }
        stations[station, default: Pile()].add(line)
        carriers[TrackingReading.group(tracking), default: Pile()].add(line)
    }

    var work: DayWork {
        var work = DayWork()
        work.hours = hours
        work.total = total.sum("")
        work.kept = kept.sum("")
        work.stations = DayLedger.sorted(stations)
        work.carriers = DayLedger.sorted(carriers)
        work.unconfirmed = unconfirmed
        return work
    }

    private static func sorted(_ piles: [String: Pile]) -> [DaySum] {
        piles.map { $1.sum($0) }.sorted { ($1.items, $0.name) < ($0.items, $1.name) }
    }
}

/// What belongs to one name.
private struct Pile {
    struct Line {
        var verb: Verb
        var quantity: Int
        var purchase: PurchaseKey
        var tracking: String?
    }
    private var purchases: Set<PurchaseKey> = []
    private var shipped = 0
    private var handedOver = 0
    private var takenBack = 0
    /// By tracking number, the items that went out with it; what was taken back is taken off.
    private var parcels: [String: Int] = [:]

    mutating func add(_ line: Line) {
        switch line.verb {
        case .ship: shipped += line.quantity
        case .handOver: handedOver += line.quantity
        case .undo: takenBack -= line.quantity
        case .change: break
        }
        if line.verb == .ship || line.verb == .handOver { purchases.insert(line.purchase) }
        if let tracking = line.tracking, !tracking.isEmpty { parcels[tracking, default: 0] += line.quantity }
    }

    func sum(_ name: String) -> DaySum {
        DaySum(
            name, purchases: purchases.count, out: shipped + handedOver, handedOver: handedOver,
            takenBack: takenBack, parcels: parcels.values.count { $0 > 0 })
    }
}
