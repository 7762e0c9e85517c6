import Model
import TestKit
import Testing

@testable import ViewModels

@Suite struct CommandBarcodeTests {
    @Test func commandsDoWhatTheKeyOfTheSameDeedDoes() {
        var robot = Robot(shelf: .full(3))
        robot.scan("SHIPDESK:NEXT")
        #expect(robot.list.currentID == 1002)
        robot.scan("shipdesk:ship")
        #expect(robot.desk.shipForm != nil)
        robot.scan("SHIPDESK:OK")
        #expect(robot.desk.question != nil)
        robot.scan("SHIPDESK:CANCEL")
        #expect(robot.desk.shipForm != nil)
        robot.scan("SHIPDESK:CANCEL")
        #expect(robot.desk.stack.isEmpty)
    }

    @Test func okConfirmsOnlyWhatWasShownBeforeItWasScanned() {
        var robot = Robot(shelf: .full(3))
        robot.press("f", "pgdn")
        robot.scan("SHIPDESK:OK")
        #expect(robot.takeAsked().submitted.count == 1)
        #expect(robot.desk.question?.stage == .working)

        robot = Robot(shelf: .full(3))
        robot.press("f")
        robot.key("pgdn", after: 1000)
        for character in "SHIPDESK:OK" { robot.key(Chord(String(character)), after: 0) }
        robot.key("enter", after: 1)
        #expect(robot.takeAsked().submitted.isEmpty)
        #expect(robot.desk.question?.stage == .asking)
    }

    @Test func aPasteConfirmsNothing() {
        var robot = Robot(shelf: .full(3))
        robot.press("f", "pgdn")
        robot.tell(.paste("SHIPDESK:OK", at: 99_000))
        #expect(robot.takeAsked().submitted.isEmpty)
        #expect(robot.desk.question?.stage == .asking)
    }

    @Test func whatMeansNothingIsLoud() {
        var robot = Robot(shelf: .full(3))
        _ = robot.takeAsked()
        for text in ["SHIPDESK:PART", "SHIPDESK:FLY", "SHIPDESK:OK"] {
            robot.scan(text)
            #expect(robot.desk.notice?.kind == .error, "\(text)")
            #expect(robot.takeAsked().contains(.app(.bell)))
        }
    }

    @Test func anotherStartIsAnotherCommand() {
        var surroundings = Surroundings.bench
        surroundings.scanning.commands = "DESK2-"
        var robot = Robot(surroundings, shelf: .full(3))
        robot.scan("DESK2-SHIP")
        #expect(robot.desk.shipForm != nil)
    }
}
