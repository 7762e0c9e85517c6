import Model
import Simulator
import TestKit
import Testing

/// Something that goes wrong with the first fulfillment of a command.
struct Mishap: Sendable, CustomTestStringConvertible {
    var fault: Fault
    var moment: FaultMoment

    init(_ fault: Fault, _ moment: FaultMoment = .beforeEffect) {
        self.fault = fault
        self.moment = moment
    }

    var testDescription: String { "\(fault), \(moment.rawValue)" }

    /// Two purchases are shipped; whatever goes wrong, each item ends confirmed and once on the server.
    func endsConfirmedOnce() async throws {
        let purchases = [Made.purchase(1043, 2, 1), Made.purchase(1044, 1)]
        try await withBox(purchases) { box, simulator in
            simulator.faults.add(fault, moment, on: .fulfillment)
            let ship = try await box.run("ship", "1043", "1044", "--json")
            #expect(ship.has(0), "\(ship)")
            #expect(simulator.faults.struck.count == 1)
            #expect(
                try ship.json(Entries.self).entries.map(\.state) == ["confirmed", "confirmed", "confirmed"])
            for (id, item, quantity) in [(1043, 1, 2), (1043, 2, 1), (1044, 1, 1)] {
                #expect(simulator.store.ledger(id, item: item).map(\.quantity) == [quantity])
            }
        }
    }
}
