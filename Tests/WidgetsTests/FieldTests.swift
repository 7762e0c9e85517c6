import Terminal
import TestKit
import Testing
import Widgets

@Suite struct FieldTests {
    private let form = FieldColumn(
        [
            Field("Shirt L", "2", boxWidth: 6, note: "of 2 safe"),
            Field("Deliver by", "31 feb", boxWidth: 14, invalid: "no such day"),
            Field("Tracking", "", placeholder: "scan or type"),
        ], focused: 1)

    @Test func fieldsStandInOneColumnWithTheirReasons() {
        #expect(
            drawn(form, 40, 5) == [
                "  Shirt L     [2   ]  of 2 safe",
                "> Deliver by  [31 feb      ]",
                "              ! no such day",
                "  Tracking    [scan or type            ]",
                "",
            ])
    }

    @Test func theCaretIsTheTerminalCursor() {
        let grid = grid(of: form, 40, 5)
        #expect(grid.cursor == Point(x: 21, y: 1))
        #expect(grid.cursorIsVisible)
    }

    @Test func aLongValueScrollsSoThatItsCaretCanBeSeen() {
        let long = FieldColumn([Field("T", "1Z999AA10123456784", boxWidth: 10)], focused: 0)
        let grid = grid(of: long, 20, 1)
        #expect(drawing(of: grid) == ["> T  [3456784 ]"])
        #expect(grid.cursor == Point(x: 13, y: 0))
        let early = FieldColumn([Field("T", "1Z999AA10123456784", caret: 2, boxWidth: 10)], focused: 0)
        #expect(drawn(early, 20, 1) == ["> T  [1Z999AA1]"])
    }

    /// Names of one family differ at their ends only: they are cut inside, and at 80 cells not at all.
    @Test func longLabelsKeepBothEnds() {
        let names = ["shipping_address.address_line_1", "shipping_address.address_line_2"]
        let form = FieldColumn(names.map { Field($0, "x", boxWidth: 5) })
        #expect(drawn(form, 78, 2) == names.map { "  \($0)  [x  ]" })
        #expect(
            drawn(form, 38, 2) == ["  shippin…_line_1  [x  ]", "  shippin…_line_2  [x  ]"])
    }

    @Test func theFocusedFieldShowsInTooFewRows() {
        var low = form
        low.focused = 2
        #expect(drawn(low, 40, 1) == ["> Tracking    [scan or type            ]"])
    }
}
