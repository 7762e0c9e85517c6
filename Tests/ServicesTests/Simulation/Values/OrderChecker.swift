import Cache
import Model
import Services

/// Compares what a world's orders are with what people were told (protocol, The checker; Absolute values).
struct OrderChecker {
    let world: OrderWorld
    private(set) var findings: [String] = []

    init(_ world: OrderWorld) throws {
        self.world = world
        findings = world.complaints
        guard findings.isEmpty else { return }
        let marks = try world.box.cache.read { try $0.outbox() }.map(\.mark)
        for mark in marks {
            world.tally.ended[mark.state.rawValue, default: 0] += 1
            check(mark, among: marks)
        }
        for id in world.server.ids { try checkLast(id, marks.filter { $0.purchase == id }) }
    }

    private mutating func check(_ mark: Mark, among marks: [Mark]) {
        let changes = world.server.orders[mark.purchase]?.changes ?? []
        let wasThere = (mark.sets?.names ?? []).allSatisfy { name in
            let first = world.server.orders[mark.purchase]?.first ?? Attributes()
            return ([first] + changes.map(\.sets)).contains {
                $0.agrees(with: mark.sets ?? Attributes(), on: name) == true
            }
        }
        let isDisturbed = changes.contains { $0.mark == nil || $0.landedAt > $0.sentAt + 40_000 }
        switch mark.state {
        case .confirmed where !wasThere:
            findings.append("\(mark.wish) was told confirmed and was never set")
        case .queued, .sending, .unknown:
            if !world.box.waits(mark, among: marks.filter(\.state.isOpen)) {
                findings.append("\(mark.wish) stays \(mark.state.rawValue): \(mark.reason ?? "")")
            }
        case .attention, .conflict:
            let wasClosed = world.server.isClosed(mark.purchase)
            if !isDisturbed, !wasClosed {
                findings.append("\(mark.wish) asks a person without need: \(mark.reason ?? "")")
            }
        case .failed where !world.wasNamed.contains(mark.purchase):
            findings.append("\(mark.wish) failed unnamed: \(mark.reason ?? "")")
        default: break
        }
    }

    /// Whatever ours set last is what the newest mark that was told confirmed wanted, or people were told.
    private mutating func checkLast(_ id: PurchaseID, _ marks: [Mark]) throws {
        let alarms = try world.box.cache.read { try $0.alarms(of: world.box.key(id)) }
        let changes = world.server.orders[id]?.changes ?? []
        for name in [OrderAttribute.tracking, OrderAttribute.ticketType, OrderAttribute.status] {
            let isUnsettled = marks.contains { $0.state == .attention && $0.sets?[name] != nil }
            guard let last = changes.last(where: { $0.sets[name] != nil }), let culprit = last.mark,
                let newest = newest(marks, setting: name),
                newest.sets?.agrees(with: last.sets, on: name) == false, !isUnsettled
            else { continue }
            if !alarms.contains(where: { $0.reason == .landedLate && $0.mark == culprit }) {
                findings.append("\(id): \(name) is as mark \(culprit) set it, not as \(newest.wish)")
            }
        }
    }

    private func newest(_ marks: [Mark], setting name: String) -> Mark? {
        marks.filter { $0.state == .confirmed && $0.sets?[name] != nil }
            .max { world.box.lastPost(of: $0) < world.box.lastPost(of: $1) }
    }
}
