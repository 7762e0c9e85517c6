import Model

@testable import ViewModels

extension Situation {
    static let scans: [Situation] = [
        above("scan-order") { _ in
            var scan = ScanToShip()
            scan.tally = ScanTally(scans: 6, orders: 3, shipped: 2, refused: 1, failed: 1)
            scan.entries = entries
            return [.scanToShip(scan)]
        },
        above("scan-tracking") { _ in
            var scan = ScanToShip()
            scan.stage = .tracking(Parcel(Details.eventful, isCounted: false))
            scan.entries = entries
            return [.scanToShip(scan)]
        },
        above("scan-counting") { _ in
            var scan = ScanToShip(verifies: true)
            scan.stage = .counting(Parcel(Details.eventful, isCounted: true))
            scan.complaint = "Wrong: Cap, Red does not belong into this parcel. Not counted."
            return [.scanToShip(scan)]
        },
        above("scan-warning") { _ in
            var scan = ScanToShip()
            scan.warning = .blocked(
                Details.eventful, "On hold by ben at bench-1: size unclear, asked by mail.")
            scan.entries = entries
            return [.scanToShip(scan)]
        },
        above("scan-hostile") { _ in
            var scan = ScanToShip()
            scan.stage = .tracking(Parcel(Details.hostile, isCounted: false))
            scan.warning = .oddTracking("\u{1B}[31m\u{202E}evil\nline")
            scan.entries = [ScanEntry(text: "\u{1B}]0;x\u{07}", outcome: .refused, words: "a\tb\u{9B}c")]
            return [.scanToShip(scan)]
        },
        above("scan-choice") { _ in
            var scan = ScanToShip()
            scan.stage = .choosing("muller", [Station.key(1043), Station.key(1044)])
            return [.scanToShip(scan)]
        },
        above("ship-column") { desk in
            var ship = ShipForm(plan(desk))
            ship.form.change(.trackingChoice) { $0.kind = .choice(["none", "one for each"], selected: 1) }
            ship.showColumn()
            _ = ship.take(scan: "1Z999AA10123456784")
            return [.ship(ship)]
        },
    ]

    private static let entries = [
        ScanEntry(text: "abc", outcome: .refused, words: "No order here has the number abc."),
        ScanEntry(
            text: "1Z999AA10123456784", outcome: .shipped, words: "3 items of purchase 1040 shipped",
            action: ActionID(3), isOpen: true),
        ScanEntry(text: "1040", outcome: .noted, words: "order 1040, 3 items"),
        ScanEntry(
            text: "1Z999AA10123456785", outcome: .shipped, words: "1 item of purchase 1039 shipped",
            action: ActionID(2)),
        ScanEntry(text: "", outcome: .takenBack, words: "1 item of purchase 1038 shipped"),
        ScanEntry(text: "", outcome: .failed, words: "order 1037: the buyer changed the address"),
    ]
}
