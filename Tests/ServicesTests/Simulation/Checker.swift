import Cache
import Model
import Services

/// Compares what a world's server holds with what its boxes told people (protocol, The checker).
struct Checker {
    let world: World
    private(set) var findings: [String] = []

    init(_ world: World) throws {
        self.world = world
        findings = world.complaints
        guard findings.isEmpty else { return }
        for box in world.boxes { try check(box) }
        for (id, row) in world.server.rows { checkNet(id, row) }
    }

    private mutating func check(_ box: Box) throws {
        let marks = try box.cache.read { try $0.outbox() }.map(\.mark)
        for mark in marks { world.tally.ended[mark.state.rawValue, default: 0] += 1 }
        if world.isRace { try checkOwnLedger(of: box) }
        let open = marks.filter(\.state.isOpen)
        for mark in marks { checkEnd(mark, of: box, among: open) }
        for (id, all) in Dictionary(grouping: marks, by: \.purchase) {
            let alarms = try box.cache.read { try $0.alarms(of: PurchaseKey(store: box.store, purchase: id)) }
            let account = Account(box: box, row: world.server.rows[id], marks: all, alarms: alarms)
            for look in account.looks.sorted() { checkSum(account, look, id) }
            for mark in all { checkTwice(mark, account) }
        }
    }

    /// What the box holds is what took effect.
    private mutating func checkOwnLedger(of box: Box) throws {
        for (id, row) in world.server.rows {
            let key = PurchaseKey(store: box.store, purchase: id)
            let kept = try box.cache.read { try $0.ownLedger(of: key) }.map { ($0.item, $0.quantity) }
            let landed = row.entries.map { ($0.fulfillment.item, $0.fulfillment.quantity) }
            if !kept.elementsEqual(landed, by: ==) {
                findings.append("\(box): the own ledger of \(id) is \(kept), and not \(landed)")
            }
        }
    }

    // MARK: Sums

    /// The sum of our effects on the server is what people were told.
    private mutating func checkSum(_ account: Account, _ look: Look, _ id: PurchaseID) {
        let there = account.ours(look).count
        let unsettled = account.ours(look).filter { account.isUnsettled($0.origin.mark) }.count
        let told = account.told(look)
        let lookalikes = account.lookalikes(look).count
        let name = "\(account.box): \(look.quantity) of \(id):\(look.item) \(look.tracking)"
        if told > there + lookalikes {
            findings.append("\(name) was told \(told) times and is there \(there) times")
        }
        if told < there - unsettled {
            findings.append("\(name) is there \(there) times and was told \(told) times")
        }
    }

    /// Twice on the server only where an effect came later than the protocol can wait.
    private mutating func checkTwice(_ mark: Mark, _ account: Account) {
        let entries = account.entries(of: mark.id)
        guard entries.count > (mark.state == .confirmed || mark.state == .attention ? 1 : 0) else { return }
        if !entries.contains(where: { account.isTooLate($0) }) {
            findings.append(
                "\(account.box): \(mark.words) is \(mark.state.rawValue) and \(entries.count) times on the server"
            )
        }
    }

    // MARK: Ends

    private mutating func checkEnd(_ mark: Mark, of box: Box, among open: [Mark]) {
        let name = "\(box): \(mark.words)"
        let reason = mark.reason ?? ""
        switch mark.state {
        case .queued, .sending, .unknown:
            if !box.waits(mark, among: open) {
                findings.append("\(name) stays \(mark.state.rawValue): \(reason)")
            }
        case .attention:
            if !isDisturbed(mark, box) { findings.append("\(name) asks a person without need: \(reason)") }
        case .conflict:
            if !isDisturbed(mark, box) { findings.append("\(name) is in conflict with nobody: \(reason)") }
        case .failed:
            if !world.wasNamed.contains(mark.purchase) {
                findings.append("\(name) failed unnamed: \(reason)")
            }
        case .confirmed, .dropped: break
        }
    }

    /// Somebody else, a customer, or an effect that came too late had a hand in this purchase.
    private func isDisturbed(_ mark: Mark, _ box: Box) -> Bool {
        guard let row = world.server.rows[mark.purchase] else { return true }
        if !row.touchedAt.isEmpty { return true }
        let account = Account(box: box, row: row, marks: [], alarms: [])
        return row.entries.contains { $0.origin.box != box.number || account.isTooLate($0) }
    }

    private mutating func checkNet(_ id: PurchaseID, _ row: Server.Row) {
        for item in row.purchase.items where world.server.net(id, item: item.num) < 0 {
            let isExcused = row.entries.contains { entry in
                entry.origin.box == nil
                    || world.boxes.contains { box in
                        Account(box: box, row: row, marks: [], alarms: []).isTooLate(entry)
                    }
            }
            if !isExcused { findings.append("\(id):\(item.num) is below zero on the server") }
        }
    }
}

/// One purchase from the point of view of one box: the server's truth beside what was told.
struct Account {
    let box: Box
    let row: Server.Row?
    let marks: [Mark]
    let alarms: [Alarm]

    var looks: Set<Look> {
        Set(marks.map(\.look)).union(all.filter { $0.origin.box == box.number }.map(\.look))
    }
    private var all: [Entry] { row?.entries ?? [] }

    func ours(_ look: Look) -> [Entry] { all.filter { $0.origin.box == box.number && $0.look == look } }
    func entries(of mark: MarkID) -> [Entry] {
        all.filter { $0.origin.box == box.number && $0.origin.mark == mark }
    }

    /// Entries of others that cannot be told from ours, because they came while we were at it.
    func lookalikes(_ look: Look) -> [Entry] {
        let first = marks.filter { $0.look == look }.compactMap { box.launchedAt[$0.id] }.min() ?? .max
        return all.filter { $0.origin.box != box.number && $0.look == look && $0.visibleAt > first - 31_000 }
    }

    /// Confirmed marks, and alarms that say "one too many".
    func told(_ look: Look) -> Int {
        let confirmed = marks.filter { $0.look == look && $0.state == .confirmed }.count
        let ids = Set(marks.filter { $0.look == look }.map(\.id))
        let late = alarms.filter { $0.reason == .landedLate && $0.mark.map(ids.contains) == true }.count
        return confirmed + late
    }

    func isUnsettled(_ mark: MarkID?) -> Bool { marks.contains { $0.id == mark && $0.state == .attention } }

    /// Later than any read that the protocol waits for.
    func isTooLate(_ entry: Entry) -> Bool {
        guard entry.origin.box == box.number, let mark = entry.origin.mark else { return false }
        if let answered = box.answeredAt[mark]?[entry.origin.sentAt] {
            return entry.visibleAt > answered + box.figures.readGapBound
        }
        return entry.visibleAt > entry.origin.sentAt + 40_000
    }
}

extension ProtocolFigures {
    /// The protocol's own figure, whatever a mutation made of it.
    fileprivate var readGapBound: Int64 { ProtocolFigures().readGap }
}

extension Mark {
    var look: Look { Look(item: item, quantity: quantity, tracking: comparableTracking(tracking)) }
}
