import Model
import TestKit
import Testing
import ViewModels

@Suite struct PagingTests {
    /// 24 rows of terminal: 18 purchases a page.
    private let page = Layout(width: 80, height: 24).listRows

    @Test func thePageIsAsLongAsTheTerminalAllows() {
        let robot = Robot(shelf: .full(50))
        #expect(page == 18)
        #expect(robot.list.ids == Array(1001...1018))
        #expect(robot.list.pageWords(robot.desk.surroundings.layout) == "page 1 of 3")
    }

    @Test func aStepPastTheLastRowTurnsThePage() {
        var robot = Robot(shelf: .full(50))
        for _ in 1..<page { robot.press("j") }
        #expect(robot.list.currentID == 1018)
        robot.press("down")
        #expect(robot.list.currentID == 1019)
        #expect(robot.list.ids == Array(1019...1036))
        robot.press("up")
        #expect(robot.list.currentID == 1018)
        #expect(robot.list.ids == Array(1001...1018))
    }

    @Test func aStepInsideThePageAsksForNothing() {
        var robot = Robot(shelf: .full(50))
        _ = robot.takeAsked()
        robot.press("j", "k")
        #expect(robot.takeAsked().isEmpty)
    }

    @Test func pagesKeepTheRowUntilTheEnds() {
        var robot = Robot(shelf: .full(50))
        robot.press("j", "j", "pgdn")
        #expect(robot.list.currentID == 1021)
        robot.press("l")
        #expect(robot.list.currentID == 1039)
        #expect(robot.list.ids == Array(1037...1050))
        robot.press("pgdn")
        #expect(robot.list.currentID == 1050)
        robot.press("h", "h")
        #expect(robot.list.ids.first == 1001)
        robot.press("pgup")
        #expect(robot.list.currentID == 1001)
    }

    @Test func theLastPageBeginsWherePagingWouldBegin() {
        var robot = Robot(shelf: .full(50))
        robot.press("G")
        #expect(robot.list.currentID == 1050)
        #expect(robot.list.ids == Array(1037...1050))
        #expect(robot.list.pageWords(robot.desk.surroundings.layout) == "page 3 of 3")
        robot.press("pgup")
        #expect(robot.list.ids == Array(1019...1036))
        robot.press("g")
        #expect(robot.list.currentID == 1001)
    }

    @Test func theEndsHold() {
        var robot = Robot(shelf: .full(3))
        robot.press("k")
        #expect(robot.list.currentID == 1001)
        robot.press("G", "j", "j")
        #expect(robot.list.currentID == 1003)
    }

    @Test func anEmptyListBearsEveryKey() {
        var robot = Robot()
        robot.press(
            "j", "k", "pgdn", "pgup", "g", "G", "space", "v", "a", "A", "*", "f", "u", "o", "H", "enter")
        #expect(robot.list.rows.isEmpty)
        #expect(robot.desk.stack.isEmpty)
    }

    @Test func tabsShowTheirListAndCount() {
        var robot = Robot(
            shelf: Shelf([.sample(1), .sample(2).held(Hold(reason: "?", author: .zoe, at: 0))]))
        robot.press("7")
        #expect(robot.list.ids == [2])
        #expect(robot.list.tabs.map(\.count) == [1, 0, 0, 0, 2, 0, 1])
        #expect(robot.list.tabs.filter(\.isSelected).map(\.title) == ["Held"])
    }

    @Test func aSearchCountsOnItsOwnAndEscLeavesIt() {
        var robot = Robot(
            shelf: Shelf([.sample(1).named("Abel"), .sample(2).named("Bo"), .sample(3).named("Abel")]))
        robot.press("/")
        robot.type("abel")
        robot.press("enter")
        #expect(robot.list.ids == [1, 3])
        #expect(robot.list.total == 2)
        robot.press("n")
        #expect(robot.list.currentID == 3)
        robot.press("N")
        #expect(robot.list.currentID == 1)
        robot.press("esc")
        #expect(robot.list.ids == [1, 2, 3])
    }

    @Test func anAnswerToAnOldQuestionIsDropped() {
        var robot = Robot(shelf: .full(3))
        let late = ListWindow(query: ListQuery(filter: .held), anchor: .first, rows: [])
        robot.answer(.window(late))
        #expect(robot.list.ids == [1001, 1002, 1003])
    }

    @Test func sortAndStoreGoAround() {
        var bench = Surroundings.bench
        bench.stores = [.gala, .run]
        var robot = Robot(bench, shelf: Shelf([.sample(1), .sample(2), .sample(3).inStore(.run)]))
        robot.press("s", "a")
        #expect(robot.list.ids == [3, 2, 1])
        robot.press("s", "r")
        #expect(robot.list.query.sort == ListSort())
        robot.press("S", "S")
        #expect(robot.list.ids == [3])
        robot.press("S")
        #expect(robot.list.ids == [1, 2, 3])
    }

    @Test func resizingKeepsTheCursorOnItsPurchase() {
        var robot = Robot(shelf: .full(50))
        for _ in 1...15 { robot.press("j") }
        robot.tell(.resize(width: 80, height: 12))
        #expect(robot.list.currentID == 1016)
        #expect(robot.list.rows.count == 6)
        robot.tell(.resize(width: 80, height: 24))
        #expect(robot.list.currentID == 1016)
    }

    @Test func theDetailBesideFollowsTheRestedCursor() {
        var robot = Robot(Surroundings.bench.sized(120, 40), shelf: .full(50))
        #expect(robot.list.beside?.detail?.purchase.id == PurchaseID(1001))
        robot.key("j", after: 1000)
        robot.key("down", after: 10)
        #expect(robot.list.beside?.key.purchase == PurchaseID(1001))
        robot.settle()
        #expect(robot.list.beside?.detail?.purchase.id == PurchaseID(1003))
    }
}
