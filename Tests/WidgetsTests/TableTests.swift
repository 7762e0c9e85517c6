import Terminal
import TestKit
import Testing
import Widgets

@Suite struct TableTests {
    private let columns = [
        Column("age", .fixed(3), .right),
        Column("name", .flexible(atLeast: 6, atMost: 12)),
        Column("contents", .flexible(atLeast: 8, share: 2), leaves: 2),
        Column("to", .fixed(6), leaves: 1),
    ]

    private func rows() -> [TableRow] {
        [
            TableRow(["2d", "Müller, Zoë", "2 Shirt L, 1 Mug", "München"], isMarked: true),
            TableRow(["12m", "O'Neil, John", "3 Cap", "no address"]),
        ]
    }

    @Test func columnsStandUnderTheirTitlesAndSignsInTheGutter() {
        #expect(
            drawn(Table(columns: columns, rows: rows(), cursor: 0), 50, 4) == [
                "   age  name          contents             to",
                ">*  2d  Müller, Zoë   2 Shirt L, 1 Mug     Münch…",
                "   12m  O'Neil, John  3 Cap                no ad…",
                "",
            ])
    }

    @Test func aNarrowTableLosesColumnsInTheirOrderAndThenClips() {
        let table = Table(columns: columns, rows: rows())
        #expect(drawn(table, 28, 2)[1] == " *  2d  Müller…  2 Shirt L…")
        #expect(drawn(table, 16, 2)[1] == " *  2d  Müller…")
        #expect(drawn(table, 10, 2)[1] == " *  2d  …")
    }

    @Test func wideCharactersKeepTheColumnsAligned() {
        let table = Table(
            columns: columns,
            rows: [
                TableRow(["1d", "山田 太郎さんのお父さん", "1 Poster", "札幌市"]),
                TableRow(["1d", "Abc", "1 Poster", "Bonn"]),
            ])
        let grid = grid(of: table, 50, 3)
        let starts = (1...2).map { y in (0..<50).first { x in grid[x, y].text == "P" } }
        #expect(starts[0] == starts[1])
        #expect(grid[8, 1].text == "山")
        #expect(grid[9, 1].text == "")
    }

    @Test func theTerminalCursorStandsOnTheCursorRow() {
        let grid = grid(of: Table(columns: columns, rows: rows(), cursor: 1), 50, 4)
        #expect(grid.cursor == Point(x: 0, y: 2))
        #expect(grid.row(2).allSatisfy { $0.style.role == .cursorRow })
        #expect(grid.row(1).allSatisfy { $0.style.role == .markedRow || $0.style.role == .mark })
    }

    @Test(arguments: 0...140)
    func placesNeverOverlapAndNeverLeaveTheTable(width: Int) {
        let places = place(columns, in: width)
        var free = 0
        for place in places {
            #expect(place.x >= free)
            #expect(place.width > 0)
            free = place.x + place.width
        }
        #expect(free <= width)
    }

    @Test func spareCellsGoByShareAndEndAtTheMost() {
        let places = place(columns, in: 100)
        #expect(places.map(\.width) == [3, 12, 73, 6])
        #expect(places.last.map { $0.x + $0.width } == 100)
    }
}
