import Testing

@testable import Terminal

@Suite("The grid")
struct GridTests {
    private func text(_ grid: Grid, row: Int = 0) -> String { grid.row(row).map(\.text).joined() }

    @Test("Writes text at its place and says how many cells it took")
    func put() {
        var grid = Grid(Size(width: 10, height: 2))
        #expect(grid.put("山田 x", at: Rect(x: 1, y: 1, width: 8, height: 1), Style(.strong)) == 6)
        #expect(text(grid, row: 1) == " 山田 x   ")
        #expect(grid[2, 1] == Cell("", Style(.strong)))
        #expect(text(grid) == String(repeating: " ", count: 10))
    }

    @Test(
        "Says with its last cell that something was cut", arguments: ["abcdef", "äbcdef", "abcdefgh\u{301}"])
    func cutting(long: String) {
        var grid = Grid(Size(width: 6, height: 1))
        #expect(grid.put(long, at: Rect(x: 1, y: 0, width: 4, height: 1)) == 4)
        #expect(text(grid).dropFirst(2) == "bc… ")
    }

    @Test("Writes against the right edge")
    func putRight() {
        var grid = Grid(Size(width: 6, height: 1))
        grid.putRight("太9", at: grid.bounds)
        #expect(text(grid) == "   太9")
    }

    @Test(
        "Nothing written leaves its rectangle",
        arguments: [
            "plain and much too long", "山田太郎山田太郎", "a\nb\u{1B}[5;5Hc", "👩‍🚀👩‍🚀👩‍🚀👩‍🚀", "é\u{301}\u{301}ééééééé",
        ])
    func containment(hostile: String) {
        for x in -3..<12 {
            for width in 0..<8 {
                var grid = Grid(Size(width: 10, height: 3))
                let rect = Rect(x: x, y: 1, width: width, height: 1)
                #expect(grid.put(hostile, at: rect) <= width)
                for y in 0..<3 {
                    for column in 0..<10 where !(y == 1 && (x..<x + width).contains(column)) {
                        #expect(grid[column, y] == .blank)
                    }
                }
                expectWholeCharacters(grid)
            }
        }
    }

    @Test("A wide character loses both halves at once")
    func halves() {
        for x in 0..<6 {
            var grid = Grid(Size(width: 6, height: 1))
            grid.put("山田太", at: grid.bounds)
            grid.put("x", at: Rect(x: x, y: 0, width: 1, height: 1))
            expectWholeCharacters(grid)
            #expect(grid[x, 0].text == "x")
            #expect(grid.row(0).filter { textWidth($0.text) == 2 }.count == 2)
        }
    }

    @Test("A cell set by hand is cleaned too")
    func settingCells() {
        var grid = Grid(Size(width: 4, height: 1))
        grid[0, 0] = Cell("\u{1B}[2J")
        grid[1, 0] = Cell("字")
        grid[3, 0] = Cell("")
        grid[9, 9] = Cell("x")
        #expect(text(grid) == "␛字 ")
        grid[2, 0].style = Style(.error)
        expectWholeCharacters(grid)
    }

    @Test("Fills whole rectangles, wide characters included, and stays inside the grid")
    func fill() {
        var grid = Grid(Size(width: 5, height: 2))
        grid.fill(Rect(x: -2, y: -2, width: .max / 2, height: .max / 2), "字")
        #expect(text(grid) == "字字 ")
        #expect(text(grid, row: 1) == "字字 ")
        expectWholeCharacters(grid)
    }

    @Test("Restyling keeps the text and the role under a row's ground")
    func restyle() {
        var grid = Grid(Size(width: 4, height: 1))
        grid.put("字x", at: grid.bounds, Style(.stateHeld))
        grid.restyle(grid.bounds) { $0.on(.cursorRow) }
        #expect(text(grid) == "字x ")
        #expect(grid[0, 0].style == Style(.stateHeld, on: .cursorRow))
    }

    /// Every wide character is followed by its empty half, and no half stands alone.
    private func expectWholeCharacters(_ grid: Grid) {
        for y in 0..<grid.size.height {
            for x in 0..<grid.size.width {
                let isHalf = grid[x, y].text.isEmpty
                #expect(isHalf == (x > 0 && textWidth(grid[x - 1, y].text) == 2))
            }
        }
    }
}
