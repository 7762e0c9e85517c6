import Model
import TestKit
import Testing
import ViewModels

@Suite struct LogTests {
    private func entry(_ number: Int64, _ event: String, purchase: Int? = 1043) -> AuditEntry {
        AuditEntry(
            number: number, at: number * 1000, author: .zoe, store: Store.gala.id,
            purchase: purchase.map { PurchaseID($0) }, mark: MarkID(number), event: event, words: "Said so.",
            subject: AuditEntry.Subject(
                verb: .ship, quantity: 2, itemName: "Shirt, L", tracking: "1Z\(number)"))
    }

    private func robot() -> Robot {
        var robot = Robot(shelf: Shelf([.sample(1043)]))
        robot.shelf.log = [entry(3, "confirmed"), entry(2, "sending"), entry(1, "queued", purchase: nil)]
        robot.press("L")
        return robot
    }

    @Test func everyLineSaysWhatItIsAbout() {
        #expect(robot().desk.log?.current?.deed == "Ship 2 Shirt, L, 1Z3")
    }

    @Test func enterOpensThePurchase() {
        var robot = robot()
        robot.press("enter")
        #expect(robot.desk.openPurchase == 1043)
    }

    @Test func aLineAboutNoPurchaseSaysSo() {
        var robot = robot()
        robot.press("G", "enter")
        #expect(robot.desk.log != nil)
        #expect(robot.desk.notice?.text == "This line is about no purchase.")
    }

    @Test func linesAreFoundByAllTheirWordsAndComeBackWithNone() {
        var robot = robot()
        robot.press("/")
        robot.type("SHIRT 1z2")
        robot.press("enter")
        #expect(robot.desk.log?.shown.map(\.number) == [2])
        robot.press("/", "ctrl-u", "enter")
        #expect(robot.desk.log?.shown.count == 3)
    }

    @Test func theCursorStaysOnItsLineWhenNewOnesComeIn() {
        var robot = robot()
        robot.press("j")
        robot.shelf.log.insert(entry(4, "queued"), at: 0)
        robot.tell(.changed)
        #expect(robot.desk.log?.current?.number == 2)
    }

    @Test func onTheNewestLineTheNewestIsFollowed() {
        var robot = robot()
        robot.shelf.log.insert(entry(4, "queued"), at: 0)
        robot.tell(.changed)
        #expect(robot.desk.log?.current?.number == 4)
    }
}
