import APIs
import Cache
import Model
import Services

/// One world of orders with values under one seed: a server, a box, its people, a network and a clock.
final class OrderWorld {
    let seed: UInt64
    var chance: Chance
    let faults: Faults
    let server: OrderServer
    let mutation: OrderMutation?
    private var boxes: [OrderBox] = []
    var box: OrderBox { boxes[0] }
    private(set) var now: Int64 = 1_900_000_000_000
    let faultsEnd: Int64
    private var queue = EventQueue()
    var story: Story
    var tally = Tally()
    var complaints: [String] = []
    /// Changes that are on their way.
    var landing = 0
    private(set) var wasNamed: Set<PurchaseID> = []

    init(seed: UInt64, mutation: OrderMutation? = nil, tells: Bool = false) throws {
        self.seed = seed
        self.mutation = mutation
        chance = Chance(seed: seed)
        faults = Faults(&chance)
        faultsEnd = now + chance.time(60_000...240_000)
        story = Story(began: now, tells: tells)
        server = OrderServer(orders: chance.int(1...3), tellsNothing: chance.happens(25))
        boxes = [try OrderBox(in: self)]
    }

    var areFaultsOver: Bool { now >= faultsEnd }

    func after(_ delay: Int64, _ event: @escaping () throws -> Void) {
        queue.add(at: now + max(0, delay), event)
    }

    func tell(_ words: @autoclosure () -> String) { story.tell(now, words()) }
    func complain(_ words: String) {
        complaints.append(words)
        tell("WRONG: " + words)
    }

    /// Runs to the end: the faults stop, everything settles, and is read once more.
    func run() throws {
        defer { queue = EventQueue() }
        try box.start()
        box.planPeople()
        planOthers()
        let limit = faultsEnd + 30 * 60_000
        while complaints.isEmpty, let next = queue.next(), next.at <= limit {
            now = max(now, next.at)
            try next.event()
            if areFaultsOver, landing == 0, try box.isSettled() { break }
        }
        if complaints.isEmpty { try box.readEverything() }
        tally.worlds = 1
        tally.simulated = now - (faultsEnd - 240_000)
    }

    private func planOthers() {
        let length = faultsEnd - now
        if chance.happens(40) {
            for _ in 1...chance.int(1...3) { after(chance.time(0...length)) { [self] in interfere() } }
        }
        guard faults.kills > 0 else { return }
        for _ in 1...chance.int(1...4) {
            after(chance.time(0...length)) { [self] in box.kill(at: "some moment") }
        }
    }

    private func interfere() {
        let id = chance.pick(server.ids)
        let sets: Attributes = chance.pick([
            [OrderAttribute.tracking: "OTHER"], [OrderAttribute.tracking: ""],
            [OrderAttribute.status: "Pending Review"],
        ])
        tell("somebody else sets \(sets.values) on \(id)")
        tally.faults["somebody else changes", default: 0] += 1
        _ = server.apply(ValueChange(sets: sets, mark: nil, sentAt: now, landedAt: now), to: id)
    }

    // MARK: The wire

    func look(at ids: Set<PurchaseID>, done: @escaping (Answer<PurchasesPage>) throws -> Void) {
        tally.reads += 1
        if !areFaultsOver, chance.happens(faults.reads) {
            tally.faults["read lost", default: 0] += 1
            return after(20_000) { try done(.failed(.lost(words: "No answer.", answered: false))) }
        }
        after(chance.time(5...400)) { [self] in
            let page = PurchasesPage(
                purchases: ids.sorted { $0.text < $1.text }.map { server.purchase($0) })
            after(chance.time(5...400)) { try done(.ok(page)) }
        }
    }

    func post(_ batch: Batch, done: @escaping (Answer<FulfillmentReply>) throws -> Void) {
        tally.posts += 1
        box.check(batch)
        guard let mark = batch.lines.first?.mark else { return }
        let sentAt = now
        guard !areFaultsOver, chance.happens(faults.posts) else {
            return after(chance.time(5...400)) { [self] in
                let isTaken = land(mark, sentAt: sentAt)
                try answer(mark, isTaken: isTaken, done)
            }
        }
        let fault = chance.pick(faults.postKinds)
        tally.faults[fault.rawValue, default: 0] += 1
        tell("the box posts \(mark.wish): \(fault.rawValue)")
        suffer(fault, mark, done)
    }

    /// The server's answer; a refusal of what may have been done already is read back first, as channels do.
    private func answer(
        _ mark: Mark, isTaken: Bool, _ done: @escaping (Answer<FulfillmentReply>) throws -> Void
    ) throws {
        let told = server.purchase(mark.purchase)
        if !isTaken {
            wasNamed.insert(mark.purchase)
            let isDone =
                mark.attempts > 1
                && Outcome(
                    of: mark.sets ?? Attributes(), before: Attributes(), shown: told.attributes) == .ours
            guard isDone else {
                return after(chance.time(5...400)) {
                    try done(.failed(.named(words: "The order is final.", code: 422)))
                }
            }
        }
        let reply = FulfillmentReply(told: server.tellsNothing && isTaken ? [] : [told])
        after(chance.time(5...400)) { try done(.ok(reply)) }
    }

    @discardableResult
    private func land(_ mark: Mark, sentAt: Int64) -> Bool {
        let change = ValueChange(
            sets: mark.sets ?? Attributes(), mark: mark.id, sentAt: sentAt, landedAt: now)
        let isTaken = server.apply(change, to: mark.purchase)
        tell("the server \(isTaken ? "takes" : "refuses") \(mark.wish)")
        if isTaken { box.checkLanding(change, on: mark.purchase) }
        return isTaken
    }

    private func landLater(_ mark: Mark, in delay: Int64) {
        landing += 1
        let sentAt = now
        after(delay) { [self] in
            landing -= 1
            land(mark, sentAt: sentAt)
        }
    }

    private func suffer(
        _ fault: PostFault, _ mark: Mark, _ done: @escaping (Answer<FulfillmentReply>) throws -> Void
    ) {
        func answer(_ failure: CallFailure, in delay: Int64) {
            after(delay) { try done(.failed(failure)) }
        }
        let silence = CallFailure.lost(words: "No answer.", answered: false)
        let broken = CallFailure.lost(words: "Not readable.", answered: true)
        switch fault {
        case .nothingLeft: answer(.nothingLeft(words: "No route."), in: 200)
        case .requestLost: answer(silence, in: 20_000)
        case .replyLost: landLater(mark, in: chance.time(10...900)); answer(silence, in: 20_000)
        case .late:
            landLater(mark, in: chance.pick([19_000, 21_000, 34_000, 39_000, 43_000, 60_000, 150_000]))
            answer(silence, in: 20_000)
        case .gatewayBefore: answer(silence, in: 5_000)
        case .gatewayAfter, .halfAppliedSilently: landLater(mark, in: 300); answer(silence, in: 5_000)
        case .gatewayLate:
            landLater(mark, in: chance.pick([6_000, 12_000, 38_000, 70_000])); answer(silence, in: 5_000)
        case .errorBefore: answer(broken, in: 300)
        case .errorAfter, .cutOff, .halfApplied: landLater(mark, in: 100); answer(broken, in: 300)
        case .named:
            wasNamed.insert(mark.purchase)
            answer(.named(words: "Not now.", code: 422), in: 150)
        case .lineMissing:
            landLater(mark, in: 50)
            after(200) { try done(.ok(FulfillmentReply(told: []))) }
        case .throttled: answer(.throttled(retryAfter: chance.pick([nil, 5]), words: "429"), in: 60)
        }
    }
}

extension Mark {
    var wish: String {
        let values = sets?.names.map { "\($0)=\(sets?[$0] ?? "")" }.joined(separator: " ") ?? ""
        return "mark \(id) (\(verb.rawValue) \(purchase): \(values))"
    }
}
