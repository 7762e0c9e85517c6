import Terminal
import TestKit
import Testing
import Widgets

@Suite struct BoxTests {
    private let dialog = Dialog(
        "Ship", body: [Paragraph("4 items of 2 purchases will be shipped.")],
        hints: [Hint("y", "ship"), Hint("n", "back")], width: 30)

    @Test func aDialogStandsInTheMiddle() {
        #expect(
            drawn(dialog, 40, 9) == [
                "",
                "     ┌─ Ship ─────────────────────┐",
                "     │                            │",
                "     │ 4 items of 2 purchases     │",
                "     │ will be shipped.           │",
                "     │                            │",
                "     │  y  ship    n  back        │",
                "     └────────────────────────────┘",
                "",
            ])
    }

    @Test func aDialogKeepsItsKeysWhereRowsAreFew() {
        #expect(
            drawn(dialog, 20, 5) == [
                "┌─ Ship ───────────┐",
                "│ 4 items of 2     │",
                "│  y  ship         │",
                "│  n  back         │",
                "└─────────── more ─┘",
            ])
    }

    @Test func withoutUnicodeLinesBecomeASCIIAndLossesShow() {
        var grid = grid(of: Frame("Zoë 山"), 16, 3)
        grid.fallBackToASCII()
        #expect(drawing(of: grid) == ["+- Zo? ?  -----+", "|              |", "+--------------+"])
    }

    @Test func aStackScrollsAndBringsTheCursorAlong() {
        let form = FieldColumn([Field("A", "1", boxWidth: 5), Field("B", "2", boxWidth: 5)], focused: 1)
        let stack = Stack([Rule("Ship"), form], offset: 9)
        let grid = grid(of: stack, 12, 2)
        #expect(drawing(of: grid) == ["  A  [1  ]", "> B  [2  ]"])
        #expect(grid.cursor == Point(x: 7, y: 1))
        #expect(drawn(Stack([Rule("Ship"), form]), 12, 2) == ["─ Ship ─────", "  A  [1  ]"])
    }
}
