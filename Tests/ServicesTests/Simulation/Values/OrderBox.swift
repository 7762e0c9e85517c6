import APIs
import Cache
import Model
import Services

/// A data directory with orders: a real cache, the process that leads, and people who mark.
final class OrderBox {
    unowned let world: OrderWorld
    let cache: Cache
    private let path: String
    let outbox: Outbox
    let store = StoreID(1)
    private let figures: ProtocolFigures
    private var marker: Marker { Marker(cache: cache) }
    /// Counts the processes that led: what a dead one still expects to hear is for nobody.
    private var process = 0
    private var epoch: Int64 = 0
    private var sender = Sender()
    private var effects: [Sender.Effect] = []
    private var isSleeping = false
    private var rests = 0
    /// World milliseconds: when the read began that last brought the order.
    private var rowRead: [PurchaseID: Int64] = [:]
    /// What a mark was based on when a person last said that it shall leave.
    private var basedOn: [MarkID: Attributes] = [:]
    /// Every request that left, in the order made.
    private var posts: [(mark: Mark, at: Int64)] = []

    init(in world: OrderWorld) throws {
        self.world = world
        (path, cache) = try CachePool.take(.tixstock)
        var figures = world.mutation?.figures ?? ProtocolFigures()
        figures.batchSize = 1
        self.figures = figures
        outbox = Outbox(cache: cache, store: store, figures: figures)
    }

    deinit { CachePool.giveBack(path, cache) }

    func key(_ id: PurchaseID) -> PurchaseKey { PurchaseKey(store: store, purchase: id) }

    func start() throws {
        try readEverything()
        try lead()
    }

    func readEverything() throws {
        let all = world.server.ids.map { world.server.purchase($0) }
        try outbox.absorb(all, began: world.now, now: world.now)
        for id in world.server.ids { rowRead[id] = world.now }
    }

    // MARK: The lead

    private func lead() throws {
        process += 1
        try world.mutation?.beforeTakeOver(self)
        epoch = try outbox.takeOver(now: world.now)
        sender = Sender(figures: figures)
        effects = []
        isSleeping = false
        try pump(.woke)
    }

    func kill(at step: String) {
        world.tell("killed at \(step)")
        world.tally.killedAt[step, default: 0] += 1
        process += 1
        let dead = process
        isSleeping = false
        effects = []
        world.after(world.chance.time(50...1_000)) { [self] in
            if process == dead { try lead() }
        }
    }

    private func isKilled(at step: String) -> Bool {
        guard !world.areFaultsOver, world.chance.happens(world.faults.kills) else { return false }
        kill(at: step)
        return true
    }

    private func pump(_ event: Sender.Event) throws {
        effects += sender.handle(event, now: world.now)
        while !effects.isEmpty {
            let effect = effects.removeFirst()
            if isKilled(at: "before \(effect.word)") { return }
            try world.mutation?.before(effect, self)
            let errand = try outbox.perform(effect, epoch: epoch, now: world.now)
            if isKilled(at: "after \(effect.word)") { return }
            if try run(errand) { return }
        }
    }

    /// - Returns: whether the rest waits for an answer or for a time.
    private func run(_ errand: Errand) throws -> Bool {
        switch errand {
        case .event(let event): effects += sender.handle(event, now: world.now)
        case .nothing: break
        case .page:
            look()
            return true
        case .post(let batch):
            world.post(batch) { [self, process] answer in
                try heard(process) {
                    let answer = world.mutation?.heard(answer) ?? answer
                    for told in answer.value?.told ?? [] { rowRead[told.id] = world.now }
                    return .recorded(try outbox.record(batch, answer, now: world.now))
                }
            }
            return true
        case .sleep(let until):
            isSleeping = true
            rests += 1
            guard let until else { return true }
            world.after(until - world.now) { [self, rests, process] in
                if process == self.process, rests == self.rests { try wake() }
            }
            return true
        }
        return false
    }

    private func look() {
        let began = world.now
        world.look(at: sender.wanted) { [self, process] answer in
            try heard(process) {
                let event = try outbox.took(answer, began: began, now: world.now)
                for purchase in answer.value?.purchases ?? [] { rowRead[purchase.id] = began }
                guard case .read(var page) = event else { return event }
                page.isEnd = true
                return .read(page)
            }
        }
    }

    private func heard(_ mine: Int, _ step: () throws -> Sender.Event) throws {
        guard mine == process, !isKilled(at: "before an answer is kept") else { return }
        let event = try step()
        if isKilled(at: "after an answer is kept") { return }
        try pump(event)
    }

    private func wake() throws {
        guard isSleeping else { return }
        isSleeping = false
        try pump(.woke)
    }

    // MARK: People

    func planPeople() {
        let length = world.faultsEnd - world.now
        for _ in 1...world.chance.int(2...7) {
            world.after(world.chance.time(3_000...length)) { [self] in try act() }
        }
        world.after(length + 1_000) { [self] in try lookAfter() }
    }

    private func act() throws {
        let id = world.chance.pick(world.server.ids)
        var request = MarkRequest(
            verb: world.chance.pick([.ship, .ship, .undo, .undo, .change]), lines: [MarkLine(key: key(id))],
            author: Author(person: "pat", station: "bench-1"))
        switch request.verb {
        case .ship:
            request.tracking = "1Z\(world.chance.int(1...99))"
            if world.chance.happens(8) { request.sets[OrderAttribute.status] = "Commissionable" }
        case .change:
            request.sets[OrderAttribute.ticketType] = world.chance.pick(["Paper", "eTicket", "Mobile"])
        default: request.includingOthers = world.chance.happens(20)
        }
        do {
            let accepted = try marker.submit(request, now: world.now)
            world.tally.marks += accepted.marks.count
            for mark in accepted.marks { basedOn[mark.id] = mark.basis.values }
            for mark in accepted.marks { world.tell("a person makes \(mark.wish) \(mark.state.rawValue)") }
            world.after(world.chance.time(0...20)) { [self] in try wake() }
        } catch let refusals as Refusals {
            world.tell("refused: \(refusals.all.first?.sentence ?? "")")
        }
    }

    private func lookAfter() throws {
        let author = Author(person: "sam", station: "office")
        for mark in try cache.read({ try $0.outbox(states: [.conflict, .failed]) }).map(\.mark) {
            do {
                if world.chance.happens(60) {
                    try marker.retry(mark.id, by: author, now: world.now)
                    basedOn[mark.id] = try cache.read { try $0.mark(mark.id) }?.basis.values
                    world.tell("a person retries \(mark.wish)")
                } else {
                    try marker.drop(mark.id, by: author, now: world.now)
                    world.tell("a person drops \(mark.wish)")
                }
            } catch is Refusals { continue }
        }
        try wake()
    }

    // MARK: What it must never do

    func check(_ batch: Batch) {
        guard let mark = batch.lines.first?.mark, batch.lines.count == 1 else {
            return world.complain("one request changes \(batch.lines.count) orders")
        }
        posts.append((mark, world.now))
        let stored = try? cache.read { try $0.mark(mark.id) }
        if stored?.attempt?.request != batch.request {
            world.complain("\(mark.wish) leaves before that is durable")
        }
        let read = rowRead[mark.purchase] ?? .min
        if read < world.now - 31_000 { world.complain("\(mark.wish) leaves without a fresh read") }
        // Somebody else's change that this read showed, and that nobody at this box had seen before.
        let based = basedOn[mark.id] ?? Attributes()
        let foreign = world.server.orders[mark.purchase]?.changes.last { change in
            !change.sets.only(mark.sets?.names ?? []).isEmpty && change.landedAt <= read
        }
        guard let foreign, foreign.mark == nil else { return }
        for name in mark.sets?.names ?? [] where foreign.sets[name] != nil {
            if foreign.sets.agrees(with: based, on: name) == false,
                foreign.sets.agrees(with: mark.sets ?? Attributes(), on: name) == false
            {
                world.complain("\(mark.wish) leaves although somebody else changed \(name)")
            }
        }
    }

    /// A change may not flip back what a newer mark set, but where it comes later than the protocol waits.
    func checkLanding(_ change: ValueChange, on id: PurchaseID) {
        guard let mark = change.mark, change.landedAt <= change.sentAt + 40_000 else { return }
        let newer = posts.first { post in
            post.mark.purchase == id && post.mark.id != mark && post.at > change.sentAt
        }
        if let newer { world.complain("mark \(mark) lands after \(newer.mark.wish) left") }
    }

    /// World milliseconds: when it last left.
    func lastPost(of mark: Mark) -> Int64 { posts.last { $0.mark.id == mark.id }?.at ?? .min }

    func isSettled() throws -> Bool {
        let open = try cache.read { try $0.openMarks(in: store) }
        return open.allSatisfy { $0.state == .attention || waits($0, among: open) }
    }

    /// Behind what only a person can settle.
    func waits(_ mark: Mark, among open: [Mark]) -> Bool {
        mark.state == .queued
            && open.contains {
                $0.id <= mark.id && $0.purchase == mark.purchase
                    && $0.takesBack.map { target in
                        open.contains { target == .mark($0.id) && $0.state == .attention }
                    } == true
            }
    }
}
