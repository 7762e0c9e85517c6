import Model
import TestKit
import Testing

@testable import ViewModels

@Suite struct FilterStoryTests {
    private func address(_ country: String) -> ShippingAddress {
        var address = ShippingAddress.munich
        address.countryCode = country
        return address
    }

    /// Ids 1 to 6; the even ones go to Austria, the others to Germany.
    private var robot: Robot {
        Robot(shelf: Shelf((1...6).map { .sample($0).addressed(address($0 % 2 == 0 ? "AT" : "DE")) }))
    }

    @Test func aFilterNarrowsTheListAndIsThereToBeChanged() {
        var robot = robot
        robot.press("F")
        robot.type("country:AT")
        #expect(robot.desk.line?.previewWords == "3 match")
        robot.press("enter")
        #expect(robot.list.ids == [2, 4, 6])
        #expect(robot.list.total == 3)
        #expect(robot.list.query.conditions.description == "country:AT")
        robot.press("F")
        #expect(robot.desk.line?.entry.text == "country:AT ")
        robot.press("ctrl-u", "enter")
        #expect(robot.list.ids == [1, 2, 3, 4, 5, 6])
    }

    @Test func escEndsTheSearchThenTheFilterAndTheCursorStays() {
        var robot = robot
        robot.press("F")
        robot.type("country:AT müller")
        robot.press("enter", "j", "j")
        #expect(robot.list.currentID == 6)
        robot.press("esc")
        #expect(robot.list.query.search == "")
        #expect(robot.list.ids == [2, 4, 6])
        #expect(robot.list.currentID == 6)
        robot.press("esc")
        #expect(robot.list.query.conditions.isEmpty)
        #expect(robot.list.currentID == 6)
        #expect(robot.list.ids.contains(5))
    }

    @Test func escFarDownStaysOnThePurchaseToo() {
        var robot = Robot(
            shelf: Shelf((1...200).map { .sample($0).named($0 % 40 == 0 ? "Abel" : "Bo") }))
        robot.press("/")
        robot.type("abel")
        robot.press("enter", "n", "n", "n", "esc")
        #expect(robot.list.currentID == 160)
        #expect(robot.list.offset == 159)
        #expect(robot.list.total == 200)
    }

    @Test func whatIsWrongIsNamedAndTheLineStays() {
        var robot = robot
        robot.press("F")
        robot.type("colour:red")
        #expect(robot.desk.line?.previewWords == nil)
        robot.press("enter")
        #expect(robot.desk.line?.hint?.hasPrefix("colour: is no filter") == true)
        #expect(robot.list.ids == [1, 2, 3, 4, 5, 6])
        robot.press("backspace")
        #expect(robot.desk.line?.problem == nil)
    }

    @Test func tabCompletesFromWhatThereIs() {
        var robot = robot
        robot.shelf.vocabulary = FilterVocabulary(countries: ["AT", "DE"])
        robot.press("F", "c", "o", "u", "tab", "a", "tab")
        #expect(robot.desk.line?.entry.text == "country:AT ")
        #expect(robot.desk.line?.previewWords == "3 match")
    }

    @Test func thePreviewCountsOnlyTheNewestLine() {
        var robot = robot
        robot.press("F")
        robot.type("country:DE")
        let late = ListQuery(filter: .toShip, conditions: ListFilter([FilterTerm(.country(["AT"]))]))
        robot.answer(.total(late, 99))
        #expect(robot.desk.line?.previewWords == "3 match")
    }

    @Test func aStateInTheLineGoesToItsTab() {
        var robot = robot
        robot.press("F")
        robot.type("state:all country:DE")
        robot.press("enter")
        #expect(robot.list.query.filter == .all)
        #expect(robot.list.tabs.first { $0.isSelected }?.title == "All")
        robot.press("1")
        #expect(robot.list.query.conditions.description == "country:DE")
    }

    @Test func marksThatTheFilterHidesStandInTheWay() throws {
        var robot = robot
        robot.press("A", "F")
        robot.type("country:AT")
        robot.press("enter")
        #expect(robot.list.markWords == "6 marked (12 items), 3 out of sight")
        robot.press("f")
        #expect(robot.desk.hiddenMarks?.hidden.count == 3)
        robot.press("s")
        #expect(robot.list.query.conditions.isEmpty)
        #expect(robot.list.hiddenMarks == 0)
    }

    @Test func newsLeavesCursorAndMarksOfAFilteredAndSortedListAlone() {
        var robot = robot
        robot.press("F")
        robot.type("country:DE")
        robot.press("enter", "s", "r", "j", "space", "k")
        #expect(robot.list.currentID == 3)
        robot.shelf[7] = .sample(7).addressed(address("DE"))
        robot.shelf[8] = .sample(8).addressed(address("AT"))
        robot.tell(.changed)
        #expect(robot.list.ids == [7, 5, 3, 1])
        #expect(robot.list.currentID == 3)
        #expect(robot.list.markedIDs == [3])
    }

    @Test func agesAreCountedFromTheMinuteOfTheNews() throws {
        var robot = robot
        robot.press("F")
        robot.type("age:>2d")
        robot.press("enter")
        let before = robot.list.query.asOf
        #expect(before == Clock.sunday.asOf)
        var later = Clock.sunday
        later.now += 30
        robot.tell(.clock(later))
        robot.tell(.changed)
        #expect(robot.list.query.asOf == before)
        later.now += 60
        robot.tell(.clock(later))
        robot.tell(.changed)
        #expect(robot.list.query.asOf.now == before.now + 60)
    }
}
