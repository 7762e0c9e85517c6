import Testing

@testable import Screens

@Suite struct AmountTests {
    @Test(arguments: [
        (2420, "$24.20"), (0, "$0.00"), (5, "$0.05"), (-300, "-$3.00"), (1_234_567, "$12,345.67"),
    ])
    func centsReadAsMoney(cents: Int, words: String) { #expect(money(cents) == words) }

    @Test func countsAgreeWithTheirNouns() {
        #expect(counted(1, "item") == "1 item")
        #expect(counted(9_204, "item") == "9,204 items")
        #expect(counted(2, "match", "matches") == "2 matches")
    }
}
