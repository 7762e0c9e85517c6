import Model
import Testing

@Suite("Remaining check")
struct RemainingCheckTests {
    /// Five bought, one cancelled, two given away, none marked.
    private let item = ItemFigures(
        item: PurchasedItem(num: 1, itemID: 1, quantity: 5), cancelled: 1, transferredOut: 2, net: 0,
        waiting: 0,
        safe: 2, serverRemaining: nil)

    private func check(_ remaining: Int, _ known: Set<RemainingVariant> = Set(RemainingVariant.allCases))
        -> RemainingCheck
    {
        var item = item
        item.item.transferredTo = [Transfer(purchase: PurchaseID(9), item: 1, quantity: 2)]
        return RemainingCheck(remaining: remaining, item: item, net: 1, known: known)
    }

    @Test(
        "The variant that fits is learned",
        arguments: [(4, RemainingVariant.nothing), (3, .cancelled), (2, .transferredOut), (1, .both)])
    func learned(remaining: Int, variant: RemainingVariant) {
        #expect(check(remaining).variants == [variant])
        #expect(!check(remaining).isShippedElsewhere)
    }

    @Test("Lower than every variant that it can be means that somebody shipped it too")
    func lower() {
        #expect(check(0).isShippedElsewhere)
        #expect(check(3, [.nothing]).isShippedElsewhere)
        #expect(check(0).variants == Set(RemainingVariant.allCases))
    }

    @Test("Higher than expected is no alarm")
    func higher() { #expect(!check(5).isShippedElsewhere) }
}
