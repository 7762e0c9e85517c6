import Cache
import Model
import Services

/// Those who stand at a box and mark.
final class People {
    private unowned let box: Box
    private let marker: () -> Marker
    private var world: World { box.world }
    private var actions: [ActionID] = []

    init(of box: Box) {
        self.box = box
        marker = { Marker(cache: box.cache) }
    }

    func plan() {
        for _ in 1...world.chance.int(2...7) {
            world.after(world.chance.time(3_000...(world.faultsEnd - world.now))) { [self] in try act() }
        }
        // Those who look after what stopped, once the worst is over and a last time after it.
        for delay in [world.faultsEnd - world.now + 1_000, world.chance.time(20_000...100_000)] {
            world.after(delay) { [self] in try lookAfter() }
        }
    }

    private func act() throws {
        let request = MarkRequest(
            verb: world.chance.pick([.ship, .ship, .handOver, .undo]), lines: lines(),
            tracking: world.chance.happens(30) ? "1Z\(world.chance.int(1...99))" : nil,
            author: Author(person: "pat", station: "bench-\(world.chance.int(1...3))"))
        do {
            let accepted =
                if request.verb == .undo, let action = actions.last, world.chance.happens(40) {
                    try marker().undo(action, by: request.author, now: box.now)
                } else {
                    try marker().submit(request, now: box.now)
                }
            if request.verb != .undo { actions.append(accepted.action) }
            for mark in accepted.marks { box.basedOn[mark.id] = mark.basis }
            world.tally.marks += accepted.marks.count
            try world.mutation?.afterMarking(accepted.marks, box)
            for mark in accepted.marks {
                world.tell(
                    "\(box): \(mark.author.station) makes \(mark.words) \(mark.tracking ?? "")"
                        + (mark.state == .dropped ? ", both dropped" : "")
                )
            }
            world.after(world.chance.time(0...20)) { [self] in try box.ring() }
        } catch let refusals as Refusals {
            world.tell("\(box): refused: \(refusals.all.first?.sentence ?? "")")
        }
    }

    private func lines() -> [MarkLine] {
        var ids = world.server.rows.keys.sorted { $0.text < $1.text }
        if world.chance.happens(70) { ids = [world.chance.pick(ids)] }
        return ids.map { id in
            let item = world.chance.happens(50) ? 1 : nil
            return MarkLine(
                key: PurchaseKey(store: box.store, purchase: id), item: item,
                quantity: item == nil || world.chance.happens(40) ? nil : 1)
        }
    }

    /// Retries or drops what stopped.
    private func lookAfter() throws {
        let author = Author(person: "sam", station: "office")
        let stopped = try box.cache.read { try $0.outbox(states: [.conflict, .failed]) }.map(\.mark)
        for mark in stopped {
            do {
                if world.chance.happens(60) {
                    try marker().retry(mark.id, by: author, now: box.now)
                    box.basedOn[mark.id] = try box.cache.read { try $0.mark(mark.id) }?.basis
                    world.tell("\(box): a person retries \(mark.words)")
                } else if world.chance.happens(50) {
                    try marker().drop(mark.id, by: author, now: box.now)
                    world.tell("\(box): a person drops \(mark.words)")
                }
            } catch is Refusals { continue }
        }
        try box.ring()
    }
}
