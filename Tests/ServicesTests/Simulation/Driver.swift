import APIs
import Cache
import Model
import Services

/// A leading process: does what ``Sender`` and ``SyncPass`` say, with the same durable steps as the real
/// one, and with the world's calls and time.
final class Driver {
    unowned let box: Box
    private(set) var epoch: Int64 = -1
    var isAlive = true
    private var sender: Sender
    private var effects: [Sender.Effect] = []
    private var isSleeping = false
    private var rests = 0
    private var hasStalled = false
    private var passes: Passes?

    init(of box: Box) {
        self.box = box
        sender = Sender(figures: box.figures)
    }

    var world: World { box.world }

    /// On gaining the lead; tried again where the disk is full.
    func takeOver() {
        do {
            epoch = try box.durably { try self.mutatedTakeOver() }
        } catch {
            return world.after(box.figures.backOffMax) { [self] in if isAlive { takeOver() } }
        }
        world.tell("\(box): a process leads, epoch \(epoch)")
        if isKilled(at: "take-over") { return }
        sender = Sender(figures: box.figures)
        effects = []
        isSleeping = false
        world.after(0) { [self] in
            try pump(.woke)
            if passes == nil { passes = Passes(of: self) }
            try passes?.look()
        }
    }

    private func mutatedTakeOver() throws -> Int64 {
        try world.mutation?.beforeTakeOver(box)
        if world.mutation == .takeOverLeavesSending {
            return try box.cache.write { try $0.raiseEpoch(of: box.store) }
        }
        return try box.outbox.takeOver(now: box.now)
    }

    func wake() throws {
        guard isAlive, isSleeping else { return }
        isSleeping = false
        try pump(.woke)
    }

    func isKilled(at step: String) -> Bool {
        guard isAlive, !world.areFaultsOver, world.chance.happens(world.faults.kills) else { return !isAlive }
        box.kill(self, at: step)
        return !isAlive
    }

    private func pump(_ event: Sender.Event) throws {
        guard isAlive else { return }
        effects += sender.handle(event, now: box.now)
        try goOn()
    }

    private func goOn() throws {
        while isAlive, !effects.isEmpty {
            let effect = effects.removeFirst()
            if isKilled(at: "before \(effect.word)") { return }
            let errand: Errand
            do {
                try world.mutation?.before(effect, box)
                errand = try box.durably {
                    try box.outbox.perform(effect, epoch: try mutatedEpoch(), now: box.now)
                }
                if case .event(.prepared(let batch?)) = errand {
                    box.noteLaunch(batch)
                    let current = try box.cache.read { try $0.epoch(of: box.store) }
                    if current != epoch { world.complain("\(box): an old leader sends, epoch \(epoch)") }
                    try world.mutation?.afterPreparing(batch, box)
                }
            } catch is LeadLost {
                world.tell("\(box): epoch \(epoch) has lost the lead")
                isAlive = false
                return
            } catch { return recover() }
            if isKilled(at: "after \(effect.word)") { return }
            if try run(errand) { return }
        }
    }

    private func mutatedEpoch() throws -> Int64 {
        guard world.mutation == .epochIgnored else { return epoch }
        return try box.cache.read { try $0.epoch(of: box.store) }
    }

    /// - Returns: whether the rest waits for an answer or for a time.
    private func run(_ errand: Errand) throws -> Bool {
        switch errand {
        case .event(let event): effects += sender.handle(event, now: box.now)
        case .nothing: break
        case .page(let request):
            read(request)
            return true
        case .post(let batch):
            if stalls(before: batch) { return true }
            if world.isRace {
                keepHere(batch)
                return true
            }
            world.post(batch, by: box) { [self] answer in
                try heard { .recorded(try box.outbox.record(batch, mutated(answer), now: box.now)) }
            }
            return true
        case .sleep(let until):
            sleep(until: until)
            return true
        }
        return false
    }

    /// The machine sleeps between writing `sending` and the first byte.
    private func stalls(before batch: Batch) -> Bool {
        guard !hasStalled, !world.areFaultsOver, world.chance.happens(world.faults.stalls) else {
            hasStalled = false
            return false
        }
        hasStalled = true
        world.tell("\(box): sleeps before it posts")
        world.tally.faults["stall", default: 0] += 1
        effects.insert(.post(batch), at: 0)
        world.after(world.chance.pick([1_000, 8_000, 30_000, 90_000])) { [self] in try goOn() }
        return true
    }

    private func mutated(_ answer: Answer<FulfillmentReply>) -> Answer<FulfillmentReply> {
        world.mutation?.heard(answer) ?? answer
    }

    /// In the ledger of the box; killed before or after, or with a disk that is full.
    private func keepHere(_ batch: Batch) {
        box.check(batch)
        if isKilled(at: "before the own ledger") { return }
        let answer = mutated(box.keepHere(batch))
        if isKilled(at: "after the own ledger") { return }
        world.after(world.chance.time(0...5)) { [self] in
            try heard { .recorded(try box.outbox.record(batch, answer, now: box.now)) }
        }
    }

    /// What came of a look at each purchase: there is no next page that could show more.
    private func look(at wanted: Set<PurchaseID>) {
        let (began, really) = (box.now, world.now)
        world.look(at: wanted, by: box) { [self] answer in
            try heard {
                let event = try box.outbox.took(answer, began: began, now: box.now)
                if let page = answer.value { try box.noteRead(page, began: began, really: really) }
                guard case .read(var page) = event else { return event }
                page.isEnd = true
                return .read(page)
            }
        }
    }

    private func read(_ request: PurchasesRequest) {
        if world.isRace { return look(at: sender.wanted) }
        let began = box.now
        let really = world.now
        world.read(request, by: box) { [self] answer in
            try heard {
                let stamp = world.mutation == .readsByTheirEnd ? box.now : began
                let event = try box.outbox.took(answer, began: stamp, now: box.now)
                if let page = answer.value { try box.noteRead(page, began: stamp, really: really) }
                try world.mutation?.afterAbsorbing(box)
                return event
            }
        }
    }

    /// An answer, and what is durable of it.
    private func heard(_ step: () throws -> Sender.Event) throws {
        guard isAlive, !isKilled(at: "before an answer is kept") else { return }
        let event: Sender.Event
        do { event = try box.durably(step) } catch { return recover() }
        if isKilled(at: "after an answer is kept") { return }
        try pump(event)
    }

    private func sleep(until: Int64?) {
        isSleeping = true
        rests += 1
        let rest = rests
        guard let until else { return }
        world.after(until - box.now) { [self] in
            if rest == rests { try wake() }
        }
    }

    /// The cache could not be written: as the leader does, wait and take over from oneself.
    private func recover() {
        world.tell("\(box): the disk is full")
        effects = []
        world.after(box.figures.backOffMax) { [self] in
            guard isAlive else { return }
            guard try box.cache.read({ try $0.epoch(of: box.store) }) == epoch else {
                isAlive = false
                return
            }
            takeOver()
        }
    }
}

extension Sender.Effect {
    var word: String {
        switch self {
        case .survey: "the survey"
        case .read: "a read"
        case .probe: "a probe"
        case .missing: "missing"
        case .unreadable: "unreadable"
        case .rewind: "a rewind"
        case .leap: "a leap of the clock"
        case .prepare: "sending is written"
        case .post: "the request leaves"
        case .sleep: "a rest"
        }
    }
}
