import TestKit
import Testing
import ViewModels

@Suite struct HelpTests {
    @Test func helpHoldsEveryIntentOfTheScreenBelow() throws {
        var robot = Robot(shelf: .full(3))
        robot.press("?")
        let help = try #require(robot.desk.help)
        #expect(help.sections.first?.title == "List of purchases")
        let sentences = Set(help.sections.flatMap(\.rows).map(\.help))
        for sentence in ListIntent.allCases.map(\.help) + BrowsingIntent.allCases.map(\.help) {
            #expect(sentences.contains(sentence))
        }
    }

    @Test func helpFollowsTheKeymapAndSaysWhatCannotBeHadNow() throws {
        var bench = Surroundings.bench
        bench.keymap = try Keymap(overriding: ["list": ["ship": ["X", "f5"], "hold": []]])
        bench.isReadOnly = true
        var robot = Robot(bench, shelf: .full(3))
        robot.press("?")
        let rows = try #require(robot.desk.help?.sections.first?.rows)
        let ship = try #require(rows.first { $0.help == ListIntent.ship.help })
        #expect(ship.keys == "X F5")
        #expect(ship.whyNot == "This station only reads (--read-only).")
        #expect(rows.first { $0.help == ListIntent.hold.help }?.keys == "")
    }

    @Test func everyScreenHasHintsAndTheOnesOfFormsTypeNothing() {
        var robot = Robot(shelf: .full(3))
        #expect(robot.desk.footer.prefix(4).map(\.label) == ["detail", "ship", "undo", "help"])
        for keys in [["enter"], ["f"], ["O"], ["L"], ["/"], [":"], ["?"]] as [[Chord]] {
            for key in keys { robot.press(key) }
            #expect(!robot.desk.footer.isEmpty, "\(keys)")
            robot.press("esc", "esc")
            #expect(robot.desk.stack.isEmpty, "\(keys)")
        }
        robot.press("f")
        #expect(robot.desk.footer.allSatisfy { !$0.chord.isPrintable })
    }

    @Test func helpScrollsToItsEndAndNoFurther() throws {
        var robot = Robot(shelf: .full(3))
        robot.press("?")
        robot.tell(.drawn(lastScroll: 33))
        robot.press("G", "j")
        #expect(robot.desk.help?.scroll.offset == 33)
        robot.press("k", "pgup")
        #expect(robot.desk.help?.scroll.offset == 32 - robot.desk.surroundings.layout.bodyRows)
        robot.tell(.drawn(lastScroll: 5))
        #expect(robot.desk.help?.scroll.offset == 5)
        robot.press("?")
        #expect(robot.desk.stack.isEmpty)
    }
}
