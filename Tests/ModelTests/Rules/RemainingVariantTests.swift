import Model
import Testing

@Suite struct RemainingVariantTests {
    /// Ten bought, two cancelled, three transferred out, four shipped.
    private let item = ItemFigures(
        item: Samples.line(1, 10, movedOut: 3), cancelled: 2, transferredOut: 3, net: 4, waiting: 0, safe: 1,
        serverRemaining: nil)
    private let all = Set(RemainingVariant.allCases)

    @Test(arguments: [(6, RemainingVariant.nothing), (4, .cancelled), (3, .transferredOut), (1, .both)])
    func anAnswerTellsWhatTheServerSubtracts(remaining: Int, variant: RemainingVariant) {
        let check = RemainingCheck(remaining: remaining, item: item, net: 4, known: all)
        #expect(!check.isShippedElsewhere)
        #expect(check.variants == [variant])
    }

    @Test func lessThanEveryVariantMeansThatSomebodyShippedItToo() {
        #expect(RemainingCheck(remaining: 0, item: item, net: 4, known: all).isShippedElsewhere)
        #expect(RemainingCheck(remaining: 5, item: item, net: 4, known: [.nothing]).isShippedElsewhere)
        #expect(RemainingCheck(remaining: 5, item: item, net: 4, known: [.nothing]).variants == [.nothing])
    }

    @Test func whatTellsNothingApartTeachesNothing() {
        var plain = item
        (plain.cancelled, plain.transferredOut) = (0, 0)
        #expect(RemainingCheck(remaining: 6, item: plain, net: 4, known: all).variants == all)
    }
}
