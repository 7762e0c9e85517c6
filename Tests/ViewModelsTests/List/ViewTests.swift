import Model
import TestKit
import Testing

@testable import ViewModels

@Suite struct ViewTests {
    private let germany = SavedView(
        name: "germany", filter: ListFilter([FilterTerm(.state([.toShip])), FilterTerm(.country(["DE"]))]),
        sort: ListSort(.id))

    private func command(_ text: String, _ robot: inout Robot) {
        robot.press(":")
        robot.type(text)
        robot.press("enter")
    }

    @Test func viewsAreTabsAfterTheStatesWithTheirCounts() throws {
        var bench = Surroundings.bench
        bench.configuredViews = [germany]
        var shelf = Shelf.full(3)
        shelf.views = [SavedView(name: "shirts", filter: ListFilter([FilterTerm(.item(["Shirt"]))]))]
        var robot = Robot(bench, shelf: shelf)
        #expect(robot.list.tabs.map(\.title).suffix(4) == ["germany", "shirts", "Nothing", "Held"])
        #expect(robot.list.tabs.map(\.count).suffix(4) == [3, 3, 0, 0])
        #expect(robot.list.tabs.map(\.chord).last == Chord("9"))
        robot.press("6")
        #expect(robot.list.query.filter == .toShip)
        #expect(robot.list.query.conditions.description == "country:DE")
        #expect(robot.list.query.sort == ListSort(.id))
        #expect(robot.list.tabs.first { $0.isSelected }?.title == "germany")
        robot.press("9")
        #expect(robot.list.query.filter == .held)
    }

    @Test func aTabThatIsNotThereSaysHowToMakeOne() {
        var robot = Robot(shelf: .full(3))
        robot.press("8")
        #expect(robot.desk.notice?.text.contains(":view save") == true)
    }

    @Test func theListIsSavedAsItIsNarrowedAndSorted() {
        var robot = Robot(shelf: .full(3))
        command("view save abroad", &robot)
        #expect(robot.desk.notice?.kind == .warning)
        robot.press("F")
        robot.type("-country:DE zoë")
        robot.press("enter", "s", "i")
        _ = robot.takeAsked()
        command("view save abroad", &robot)
        let filter = ListFilter([
            FilterTerm(.state([.toShip])), FilterTerm(.country(["DE"]), isNegated: true),
            FilterTerm(.words("zoë")),
        ])
        let view = SavedView(name: "abroad", filter: filter, sort: ListSort(.id))
        #expect(robot.takeAsked() == [.views(.save(view))])
    }

    @Test func viewsAreShownAndDroppedByName() {
        var shelf = Shelf.full(3)
        shelf.views = [germany]
        var robot = Robot(shelf: shelf)
        command("view germany", &robot)
        #expect(robot.list.query.conditions.description == "country:DE")
        _ = robot.takeAsked()
        command("view drop germany", &robot)
        #expect(robot.takeAsked() == [.views(.drop("germany"))])
        robot.press(":")
        robot.type("view drop nobody")
        robot.press("enter")
        #expect(robot.desk.line?.problem?.contains("no saved view nobody") == true)
    }

    @Test func whatTheConfigurationHasIsNeitherDroppedNorReplaced() {
        var bench = Surroundings.bench
        bench.configuredViews = [germany]
        for text in ["view drop germany", "view save germany", "view save a/b"] {
            var robot = Robot(bench, shelf: .full(3))
            command(text, &robot)
            #expect(robot.desk.line?.problem?.hasSuffix(".") == true)
            #expect(!robot.takeAsked().contains { if case .views = $0 { true } else { false } })
        }
    }

    @Test func newsCountsViewsAgainButNotAllTheTime() {
        var shelf = Shelf.full(3)
        shelf.views = [germany]
        var robot = Robot(shelf: shelf)
        #expect(robot.list.viewCounts == ["germany": 3])
        robot.shelf[900] = .sample(900)
        robot.tell(.changed)
        #expect(robot.list.viewCounts == ["germany": 3])
        robot.settle()
        #expect(robot.list.viewCounts == ["germany": 4])
    }

    @Test(arguments: [(":12", 199), (":page 2", 19), (":1", 1), (":99", 289)])
    func anyPageIsJumpedTo(_ text: String, _ first: Int) {
        var robot = Robot(shelf: Shelf((1...300).map { .sample($0) }))
        command(String(text.dropFirst()), &robot)
        #expect(robot.list.ids.first == first)
        #expect(robot.list.offset == first - 1)
        if text == ":99" { #expect(robot.desk.notice?.text == "Page 17 is the last.") }
    }

    @Test(arguments: [
        "page", "page 0", "page x", "0", "sort", "sort colour", "mark", "filter colour:red", "view",
    ])
    func aMistakeIsNamed(_ text: String) {
        var robot = Robot(shelf: .full(3))
        command(text, &robot)
        #expect(robot.desk.line?.problem?.hasSuffix(".") == true)
    }

    @Test func sortingAsksByColumnAndTurnsRound() {
        var robot = Robot(shelf: .full(3))
        robot.press("s")
        guard case .sorting(let picker)? = robot.desk.top else {
            Issue.record("no picker")
            return
        }
        #expect(picker.next(.date) == ListSort(.date, descending: true))
        robot.press("c")
        #expect(robot.list.query.sort == ListSort(.city))
        #expect(robot.desk.notice?.text == "Sorted: city A to Z.")
        robot.press("s", "c")
        #expect(robot.list.query.sort == ListSort(.city, descending: true))
        command("sort -contents", &robot)
        #expect(robot.list.query.sort == ListSort(.contents, descending: true))
        robot.press("s", "esc")
        #expect(robot.desk.stack.isEmpty)
    }

    @Test func aColumnIsPointedAt() {
        var robot = Robot(shelf: .full(3))
        robot.press("s", "down", "j", "k", "down", "enter")
        #expect(robot.list.query.sort == ListSort(.purchaser))
        #expect(robot.desk.stack.isEmpty)
        robot.press("s", "enter")
        #expect(robot.list.query.sort == ListSort(.purchaser, descending: true))
    }

    @Test func aStateIsShownWholeWhereAViewWas() {
        var shelf = Shelf.full(3)
        shelf.views = [germany]
        var robot = Robot(shelf: shelf)
        robot.press("6", "1")
        #expect(robot.list.query.conditions.isEmpty)
        #expect(robot.list.query.sort == ListSort())
        #expect(robot.list.tabs.first { $0.isSelected }?.title == "To ship")
    }

    @Test func manyMarksAreLookedAtUntilEsc() {
        var robot = Robot(shelf: Shelf((1...1200).map { .sample($0) }))
        robot.press("A")
        robot.cacheIsBusy = true
        robot.press("f")
        #expect(robot.list.markWords == "looking at 1,200 marked…")
        robot.press("esc")
        robot.cacheIsBusy = false
        robot.answer(.candidates([]))
        #expect(robot.desk.stack.isEmpty)
        #expect(robot.list.markWords == "1,200 marked (2,400 items)")
    }

    @Test func theSameItemsAreMarkedWhereverTheyAre() {
        var robot = Robot(
            shelf: Shelf((1...60).map { .sample($0, shirts: $0 % 3 == 0 ? 0 : 1, mugs: $0 % 3 == 1 ? 0 : 1) })
        )
        robot.press("=")
        #expect(robot.list.markedIDs == (1...60).filter { $0 % 3 != 0 })
        robot.press("c", "j", "+")
        #expect(robot.list.markedIDs == (1...60).filter { $0 % 3 == 2 })
        robot.press("c")
        command("mark variant", &robot)
        #expect(robot.list.marks.count == 20)
    }

    @Test func moreThanCanBeMarkedAtOnceIsSaid() {
        var robot = Robot(shelf: .full(3))
        robot.press("A")
        robot.press("c")
        robot.answer(.tooManyMatch(robot.list.query))
        #expect(
            robot.desk.notice?.text == "At most 100k purchases can be marked at once; narrow the list first.")
        robot.answer(.matching(robot.list.query, [MarkedPurchase(robot.list.rows[0])]))
        #expect(robot.list.marks.isEmpty)
    }
}
