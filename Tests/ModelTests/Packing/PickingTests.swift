import Model
import Testing

@Suite("Picking") struct PickingTests {
    private static let now: Int64 = 1_800_000_000
    private static let names: [StoreID: [ItemKind: String]] = [
        StoreID(1): [
            ItemKind(itemID: 1): "Shirt", ItemKind(itemID: 1, variantID: 1): "Shirt, XL",
            ItemKind(itemID: 1, variantID: 2): "Shirt, S", ItemKind(itemID: 1, variantID: 3): "Shirt, M",
            ItemKind(itemID: 2): "mug", ItemKind(itemID: 3): "Poster 10", ItemKind(itemID: 4): "Poster 9",
            ItemKind(itemID: 5, variantID: 8): "Cap, red",
        ]
    ]

    @Test func sumsByItemAndVariantInTheOrderOfTheShelves() {
        var picking = Picking(now: Self.now)
        picking.add(candidate(1, (1, 1, 2), (2, nil, 1), (9, 7, 1)))
        picking.add(candidate(2, (1, 1, 3), (1, 2, 1), (1, 3, 1), (3, nil, 1), (4, nil, 1)))
        picking.add(candidate(3, (5, 8, 1)))
        let list = picking.list(names: Self.names)
        #expect(
            list.lines.map(\.words) == [
                "#9, #7", "Cap, red", "mug", "Poster 9", "Poster 10", "Shirt, S", "Shirt, M", "Shirt, XL",
            ])
        let shirts = list.lines.last
        #expect(shirts?.quantity == 5)
        #expect(shirts?.sources.map(\.key.purchase.text) == ["1", "2"])
        #expect(shirts?.sources.map(\.quantity) == [2, 3])
        #expect(list.items == 12)
        #expect(list.purchases == 3)
        #expect(list.skipped.isEmpty)
    }

    @Test func leavesOutWhatABulkActionWouldAndSaysWhy() {
        var picking = Picking(now: Self.now)
        picking.add(candidate(1, (1, 1, 1), state: .held))
        picking.add(candidate(2, (1, 1, 1), age: clearWindow - 1))
        picking.add(candidate(3, (1, 1, 1), age: clearWindow))
        picking.add(candidate(4, state: .shipped))
        picking.add(candidate(5, state: .nothing))
        picking.add(candidate(6, (1, 1, 1), lacksAddress: true))
        picking.add(candidate(7, (1, 1, 1), isUnsettled: true))
        let list = picking.list(names: Self.names)
        #expect(list.purchases == 1)
        #expect(list.items == 1)
        let reasons = Dictionary(uniqueKeysWithValues: list.skipped.map { ($0.reason, $0.examples) })
        #expect(
            reasons.mapValues { $0.map(\.purchase.text) } == [
                .held: ["1"], .young: ["2"], .nothingSafe: ["4", "5"], .noAddress: ["6"], .unsettled: ["7"],
            ])
        #expect(list.skipped.first?.words == "2 purchases: nothing safe to ship (4, 5)")
    }

    @Test func namesOnlySoManyOfThePurchasesBehindALine() {
        var picking = Picking(now: Self.now, mostSources: 2)
        for id in 1...9 {
            picking.add(candidate(id, (1, 1, 1)))
            picking.add(candidate(100 + id, state: .held))
        }
        let list = picking.list(names: Self.names)
        #expect(list.lines.first?.purchases == 9)
        #expect(list.lines.first?.sources.count == 2)
        #expect(list.skipped.first?.words == "9 purchases: on hold (101, 102, 103, 104, 105, …)")
    }

    @Test func storesAreNotMixed() {
        var picking = Picking(now: Self.now)
        picking.add(candidate(1, (2, nil, 1)))
        var other = candidate(1, (2, nil, 1))
        other.key.store = StoreID(2)
        picking.add(other)
        #expect(picking.list(names: Self.names).lines.map(\.quantity) == [1, 1])
    }

    private func candidate(
        _ id: Int, _ contents: (Int64, Int64?, Int)..., state: PurchaseState = .toShip, age: Int64 = 9_000,
        isUnsettled: Bool = false, lacksAddress: Bool = false
    ) -> PickCandidate {
        PickCandidate(
            key: PurchaseKey(store: StoreID(1), purchase: PurchaseID(id)), purchaser: "Müller, Zoë",
            purchasedAt: Self.now - age, state: state, isUnsettled: isUnsettled, lacksAddress: lacksAddress,
            contents: contents.map { (ItemKind(itemID: $0.0, variantID: $0.1), $0.2) })
    }
}
