import Terminal
import TestKit
import Testing
import Widgets

@Suite struct BarTests {
    private let tabs = TabBar(
        [
            Tab(key: "1", title: "To ship", count: "412"),
            Tab(key: "2", title: "Partly", shortTitle: "Part", count: "31"),
            Tab(key: "3", title: "All", count: "9.7k"),
        ], selected: 0)

    @Test func tabsLoseTitlesAndThenThemselves() {
        #expect(drawn(tabs, 50, 1) == ["[1 To ship 412]  2 Partly 31   3 All 9.7k"])
        #expect(drawn(tabs, 40, 1) == ["[1 To ship 412]  2 Part 31   3 All 9.7k"])
        #expect(drawn(tabs, 33, 1) == ["[1 To ship 412]  2 31   3 9.7k"])
        #expect(drawn(tabs, 25, 1) == ["[1 To ship 412]  2 31  +1"])
        #expect(drawn(tabs, 16, 1) == ["[1 To ship 412]"])
    }

    @Test func lesserTabsLeaveBeforeTitlesDoButNeverTheSelectedOne() {
        var many = tabs
        many.tabs[2].isSpare = true
        #expect(drawn(many, 34, 1) == ["[1 To ship 412]  2 Partly 31  +1"])
        many.selected = 2
        #expect(drawn(many, 34, 1) == [" 1 412   2 31  [3 All 9.7k]"])
        #expect(drawn(many, 12, 1) == ["[3 All 9.7k]"])
    }

    private let footer = Footer(
        [Hint("Enter", "detail"), Hint("f", "ship"), Hint("u", "undo")], last: Hint("?", "help"))

    @Test func theFooterCutsWholePairsFromItsTailButKeepsHelp() {
        #expect(drawn(footer, 44, 1) == ["Enter detail   f ship   u undo   ? help"])
        #expect(drawn(footer, 38, 1) == ["Enter detail   f ship   ? help"])
        #expect(drawn(footer, 22, 1) == ["Enter detail   ? help"])
        #expect(drawn(footer, 17, 1) == ["f ship   ? help"])
        #expect(drawn(footer, 12, 1) == ["? help"])
        #expect(drawn(footer, 5, 1) == [""])
    }

    @Test(arguments: 0...60)
    func noPairIsEverCutInHalf(width: Int) {
        #expect(footer.line(for: width).width <= width)
    }

    @Test func aBarKeepsItsRightSideWhole() {
        let bar = Bar(left: "2 marked (4 items), none hidden", right: "page 1 of 25")
        #expect(drawn(bar, 46, 1) == ["2 marked (4 items), none hidden   page 1 of 25"])
        #expect(drawn(bar, 24, 1) == ["2 marked …  page 1 of 25"])
        #expect(drawn(bar, 8, 1) == ["page 1 …"])
    }
}
