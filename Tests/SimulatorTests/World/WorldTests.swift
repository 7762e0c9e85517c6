import Model
import Simulator
import Testing

/// The invented store: the same for everybody, and like a real one.
@Suite struct WorldTests {
    private static let start: Int64 = 1_790_000_000
    private static let world = World(seed: 7, count: 10_000, startedAt: start)
    private static let purchases = (0..<10_000).map { world.purchase($0) }

    private func share(_ holds: (Purchase) -> Bool) -> Int { Self.purchases.count(where: holds) }
    private func state(_ purchase: Purchase) -> PurchaseState {
        Standing(purchase, figures: Figures(purchase), marks: []).state
    }

    @Test func `the same seed makes the same purchases, another seed others`() {
        let twin = World(seed: 7, count: 10_000, startedAt: Self.start)
        let other = World(seed: 8, count: 10_000, startedAt: Self.start)
        #expect([0, 4711, 9999].allSatisfy { twin.purchase($0) == Self.purchases[$0] })
        #expect((0..<50).contains { other.purchase($0).lastName != Self.purchases[$0].lastName })
    }

    @Test func `most purchases are shipped, some hundreds wait and some dozens went in part`() {
        let states = Self.purchases.reduce(into: [PurchaseState: Int]()) { $0[state($1), default: 0] += 1 }
        #expect((8500...9600).contains(states[.shipped, default: 0]))
        #expect((250...900).contains(states[.toShip, default: 0]))
        #expect((20...150).contains(states[.partly, default: 0]))
        #expect((100...600).contains(states[.nothing, default: 0]))
    }

    @Test func `purchases are numbered in the order of buying and the last are minutes old`() {
        let times = Self.purchases.map(\.purchasedAt)
        #expect(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 })
        let young = times.filter { Self.start - $0 < clearWindow }
        #expect((3...60).contains(young.count))
        #expect(times.allSatisfy { $0 < Self.start && $0 > Self.start - 121 * 86_400 })
    }

    @Test func `a store of twenty has young orders too`() {
        let small = World(seed: 1, count: 20, startedAt: Self.start)
        #expect((17..<20).allSatisfy { Self.start - small.purchasedAt($0) < clearWindow })
        #expect(Self.start - small.purchasedAt(16) >= clearWindow)
    }

    @Test func `what happens in real stores happens here, each in its measure`() {
        #expect((40...160).contains(share(\.isCleared)))
        #expect((150...500).contains(share { !$0.refunds.isEmpty }))
        #expect((150...600).contains(share { !$0.cancelled.isEmpty }))
        #expect((60...220).contains(share { $0.address == nil }))
        #expect((30...150).contains(share { $0.confirmationCode == nil }))
        #expect((60...300).contains(share { $0.ledger.contains { $0.quantity < 0 } }))
        #expect((100...500).contains(share { $0.items.contains { !$0.transferredTo.isEmpty } }))
        #expect((1500...5000).contains(share { $0.items.contains { $0.quantity > 1 } }))
        #expect((40...300).contains(share { Set($0.items.map(\.kind)).count < $0.items.count }))
        #expect((200...800).contains(share { $0.ledger.contains { $0.address == nil && $0.quantity > 0 } }))
    }

    @Test func `customers write in many scripts and a few in ways that hurt`() {
        let countries = Set(Self.purchases.compactMap(\.address?.countryCode))
        #expect(countries.isSuperset(of: ["US", "DE", "FR", "JP", "BR", "KR", "PL", "GB", "IN", "CA"]))
        let hostile = share { purchase in
            purchase.lastName.unicodeScalars.contains { $0.properties.generalCategory == .control }
        }
        #expect((1...60).contains(hostile))
        let tame = World(seed: 7, count: 10_000, startedAt: Self.start, hostilePermille: 0)
        #expect((0..<2000).allSatisfy { !tame.purchase($0).lastName.contains("\n") })
    }

    @Test func `both ends of a transfer tell the same story`() {
        for giver in Self.purchases {
            for item in giver.items {
                for transfer in item.transferredTo {
                    let index = Int(transfer.purchase.number ?? 0) - World.firstID
                    let got = Self.purchases[index].item(transfer.item)
                    #expect(got?.kind == item.kind)
                    #expect(
                        got?.transferredFrom
                            == [Transfer(purchase: giver.id, item: item.num, quantity: transfer.quantity)])
                }
            }
        }
    }

    @Test func `nothing goes out twice, and nothing before it was bought or after now`() {
        for purchase in Self.purchases {
            let figures = Figures(purchase)
            #expect(figures.items.allSatisfy { $0.net >= 0 && $0.net <= $0.item.quantity }, "\(purchase.id)")
            let times = purchase.ledger.map(\.at)
            #expect(times.allSatisfy { $0 > purchase.purchasedAt && $0 < Self.start }, "\(purchase.id)")
            #expect(times == times.sorted(), "\(purchase.id)")
            #expect(Set(purchase.items.map(\.num)).count == purchase.items.count)
        }
    }

    @Test func `a shipment does not move the time of the last change, as in the document's sample`() {
        let shipped = Self.purchases.filter {
            !$0.ledger.isEmpty && $0.refunds.isEmpty && $0.cancelled.isEmpty
        }
        let plain = shipped.filter { $0.items.allSatisfy { $0.transferredTo + $0.transferredFrom == [] } }
        #expect(plain.count > 5000)
        #expect(plain.allSatisfy { $0.lastModified == $0.purchasedAt })
        #expect(Self.purchases.allSatisfy { ($0.lastModified ?? 0) <= Self.start })
    }

    @Test func `any purchase of a million is made without the others`() {
        let world = World(seed: 3, count: 1_000_000, startedAt: Self.start)
        #expect(world.purchase(999_999).id == PurchaseID(1_001_000))
        #expect(world.purchase(500_000).purchasedAt < world.purchase(500_001).purchasedAt + 1)
    }

    @Test func `purchases come in while time passes`() {
        let world = World(seed: 3, count: 10, startedAt: Self.start, arrivesEvery: 60)
        #expect(world.count(at: Self.start + 59) == 10)
        #expect(world.count(at: Self.start + 121) == 12)
        #expect(world.purchase(11).purchasedAt == Self.start + 120)
        #expect(world.purchase(11).ledger.isEmpty)
    }
}
