import APIs
import Cache
import Model
import Services

/// One world under one seed: a server, boxes, people, a network and a clock. One thread; nothing waits.
final class World {
    let seed: UInt64
    var chance: Chance
    let faults: Faults
    let server: Server
    let mutation: Mutation?
    /// A race's store: marks take effect in the ledger of the box.
    let isRace: Bool
    private(set) var boxes: [Box] = []
    private(set) var now: Int64 = 1_900_000_000_000
    let began: Int64
    let faultsEnd: Int64
    private var queue = EventQueue()
    var tally = Tally()
    var story: Story
    /// What was found wrong while it ran.
    var complaints: [String] = []
    /// World milliseconds: until then the credentials are refused.
    var refusedUntil = Int64.min
    /// Effects that are on their way.
    var landing = 0
    var wasNamed: Set<PurchaseID> = []

    init(seed: UInt64, mutation: Mutation? = nil, isRace: Bool = false, tells: Bool = false) throws {
        self.seed = seed
        self.isRace = isRace
        self.mutation = mutation
        chance = Chance(seed: seed)
        faults = Faults(&chance)
        began = now
        faultsEnd = now + chance.time(60_000...240_000)
        story = Story(began: now, tells: tells)
        server = Server(
            habits: Server.Habits(
                movesLastModified: chance.happens(50) && !isRace,
                variant: chance.pick(RemainingVariant.allCases),
                acceptsOvershipping: chance.happens(70), pageSize: chance.pick([1, 2, 3, 50]),
                skew: chance.pick([0, 0, -90_000, 4_000, 3_600_000]), shifts: chance.happens(20)),
            isRace: isRace)
        stock()
        // Each box of a race's store has a ledger of its own, and knows nothing of the other's.
        for number in 1...(chance.happens(35) && !isRace ? 2 : 1) {
            boxes.append(try Box(number: number, in: self))
        }
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

    /// Runs to the end: the faults stop, everything settles, everybody reads the list twice more.
    func run() throws {
        // What is still planned holds on to the boxes, which would never give their files back.
        defer { queue = EventQueue() }
        for box in boxes { try box.start() }
        for box in boxes { box.people.plan() }
        planOthers()
        after(faultsEnd - now) { [self] in tell("The faults stop.") }
        let limit = faultsEnd + 30 * 60_000
        while try step(limit), complaints.isEmpty {
            if areFaultsOver, landing == 0, try boxes.allSatisfy({ try $0.isSettled() }) { break }
        }
        if complaints.isEmpty { try lookOnceMore() }
        tally.simulated += now - began
    }

    private func step(_ limit: Int64) throws -> Bool {
        guard let next = queue.next(), next.at <= limit else { return false }
        now = max(now, next.at)
        try next.event()
        return true
    }

    private func lookOnceMore() throws {
        for _ in 1...2 {
            now += 3_000
            for box in boxes { try box.readEverything() }
        }
    }

    private func stock() {
        for number in 1...chance.int(2...5) {
            let items = (1...chance.int(1...2)).map {
                PurchasedItem(num: $0, itemID: Int64($0), quantity: chance.int(1...3))
            }
            var purchase = Purchase(
                id: PurchaseID(1_000 + number), purchasedAt: began / 1_000 - 90_000, firstName: "Ada",
                lastName: "Example", lastModified: server.seconds(began) - Int64(chance.int(0...3_000)),
                items: items, address: .home(number))
            if isRace { purchase = purchase.ofARace(second: began / 1_000 - chance.pick([90_000, 80_000])) }
            server.add(purchase, isPoison: chance.happens(6) && !isRace)
        }
    }

}

extension ShippingAddress {
    static func home(_ number: Int) -> ShippingAddress {
        ShippingAddress(
            fullName: "Ada Example", address1: "\(number) Mill Lane", city: "Sample", countryCode: "US")
    }
}
