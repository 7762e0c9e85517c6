import APIs
import Model
import Services

/// What happens beside us: other people's marks, customers, refused keys, processes that die.
extension World {
    func planOthers() {
        let length = faultsEnd - now
        if chance.happens(40) {
            for _ in 1...chance.int(1...3) { after(chance.time(0...length)) { [self] in interfere() } }
        }
        for box in boxes {
            if faults.kills > 0 {
                for _ in 1...chance.int(1...4) {
                    after(chance.time(0...length)) {
                        if let leader = box.leader { box.kill(leader, at: "some moment") }
                    }
                }
            }
            if faults.zombies > 0 {
                for _ in 1...2 { after(chance.time(0...length)) { try box.forget() } }
            }
        }
        if faults.refusals > 0 {
            after(chance.time(0...length)) { [self] in
                refusedUntil = min(faultsEnd, now + chance.time(5_000...70_000))
                tally.faults["refused credentials", default: 0] += 1
                tell("the server refuses the key for a while")
            }
        }
        if faults.unreadable > 0 {
            after(chance.time(0...length)) { [self] in
                let id = chance.pick(ids)
                tally.faults["unreadable row", default: 0] += 1
                server.setUnreadable(id, until: min(faultsEnd, now + chance.time(5_000...120_000)))
                tell("\(id) is listed in a form that cannot be read")
            }
        }
    }

    var ids: [PurchaseID] { server.rows.keys.sorted { $0.text < $1.text } }

    private func interfere() {
        if isRace { return cancelInTheRace() }
        let id = chance.pick(ids)
        let item = 1
        switch chance.int(0...4) {
        case 0, 1:
            let tracking = chance.happens(50) ? nil : "OTHER"
            tell("somebody else ships 1 of \(id):\(item) \(tracking ?? "")")
            tally.faults["somebody else marks", default: 0] += 1
            server.apply(
                FulfillmentLine(item: item, quantity: 1, tracking: tracking), to: id,
                origin: .somebody(at: now),
                now: now)
        case 2:
            tell("the customer cancels one of \(id)")
            tally.faults["a cancellation", default: 0] += 1
            server.touch(id, now: now) { row in
                row.purchase.cancelled.append(
                    CancelledItem(
                        num: item, kind: ItemKind(itemID: Int64(item)), quantity: 1, at: server.seconds(now)))
            }
        case 3:
            tell("the customer changes the address of \(id)")
            tally.faults["an address changes", default: 0] += 1
            server.touch(id, now: now) { $0.purchase.address?.address1 = "2 Other Lane" }
        default:
            tell("the customer clears \(id)")
            tally.faults["cleared", default: 0] += 1
            server.touch(id, now: now) { $0.purchase.isCleared = true }
        }
    }
}
