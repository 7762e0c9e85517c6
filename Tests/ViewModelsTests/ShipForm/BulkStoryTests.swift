import Model
import TestKit
import Testing
import ViewModels

@Suite struct BulkStoryTests {
    /// One that can go, and one for each reason to be left out.
    private var mixed: Shelf {
        let hold = Hold(reason: "?", author: .zoe, at: 0)
        return Shelf([
            .sample(1, shirts: 2, mugs: 1), .sample(2).held(hold), .sample(3).aged(60),
            .sample(4, shirts: 3, marks: [.sample(1, purchase: 4, state: .unknown)]),
            .sample(5).addressed(nil), .sample(6).gone(), .sample(7, shirts: 1),
            .sample(8, shirts: 1, marks: [.sample(2, purchase: 8)]),
        ])
    }

    @Test func thePreviewCountsWhatGoesAndSaysWhatIsSkippedAndWhy() throws {
        var robot = Robot(shelf: mixed)
        robot.press("5", "A", "f", "pgdn")
        let question = try #require(robot.desk.question)
        #expect(question.question == "Ship 4 items of 2 purchases?")
        #expect(question.lines.first?.text == "2 purchases, 4 items, 1 request")
        let skipped = question.lines.map(\.text).filter { $0.hasPrefix("  ") }
        #expect(skipped.count == 6)
        for reason in [SkipReason.gone, .held, .young, .nothingSafe, .unsettled, .noAddress] {
            #expect(skipped.contains { $0.hasPrefix("  1 purchase: \(reason.words)") })
        }
        _ = robot.takeAsked()
        robot.press("y")
        let request = try #require(robot.takeAsked().submitted.first)
        #expect(request.lines.map(\.key.purchase.text) == ["1", "7"])
        #expect(request.lines.allSatisfy { $0.item == nil && $0.quantity == nil })
        #expect(!request.evenIfYoung)
    }

    @Test func handingOverTakesThoseWithoutAnAddressToo() throws {
        var robot = Robot(shelf: mixed)
        robot.press("5", "A", "f", "up", "up", "space", "pgdn")
        #expect(robot.desk.question?.question == "Hand over 6 items of 3 purchases?")
    }

    @Test func aHundredPurchasesLeaveInOneRequest() {
        let candidates = (1...201).map { BulkCandidate(.sample($0)) }
        let plan = BulkPlan(verb: .ship, candidates, now: Clock.sunday.now)
        #expect(plan.requests == 3)
        #expect(plan.items == 402)
    }

    @Test func afterwardsTheMarksAreGoneAndTheProgressIsShown() throws {
        var robot = Robot(shelf: .full(5))
        robot.press("space", "space", "f", "pgdn", "y")
        let made: [Mark] = [
            .sample(1, action: 9, purchase: 1001, state: .queued), .sample(2, action: 9, purchase: 1002),
        ]
        robot.shelf.outbox = made.map { OutboxRow(mark: $0, storeName: "spring-gala", itemName: "Shirt, L") }
        robot.answer(.accepted(Accepted(action: ActionID(9), marks: made)))
        #expect(robot.list.marks.isEmpty)
        let outbox = try #require(robot.desk.outbox)
        #expect(outbox.scope == .action(ActionID(9)))
        #expect(outbox.progress == (1, 2))
        #expect(robot.desk.notice?.undoes == ActionID(9))
    }

    @Test func theUndoOfABulkActionShowsItsProgressInTheSameOutbox() {
        var robot = Robot(shelf: .full(5))
        robot.press("space", "space", "f", "pgdn", "y")
        let made: [Mark] = [
            .sample(1, action: 9, purchase: 1001, state: .queued), .sample(2, action: 9, purchase: 1002),
        ]
        robot.shelf.outbox = made.map { OutboxRow(mark: $0, storeName: "spring-gala", itemName: "Shirt, L") }
        robot.answer(.accepted(Accepted(action: ActionID(9), marks: made)))
        robot.press("u", "y")
        let undone = made.map { mark in
            var undo = mark.takingBack(.mark(mark.id))
            undo.action = ActionID(10)
            undo.id = MarkID(mark.id.number + 10)
            return undo
        }
        robot.shelf.outbox += undone.map {
            OutboxRow(mark: $0, storeName: "spring-gala", itemName: "Shirt, L")
        }
        robot.answer(.accepted(Accepted(action: ActionID(10), marks: undone)))
        #expect(robot.desk.stack.count == 1)
        #expect(robot.desk.outbox?.scope == .action(ActionID(10)))
        robot.press("u")
        #expect(robot.desk.question == nil)
        robot.press("q")
        #expect(robot.desk.stack.isEmpty)
    }

    @Test func manyAreWrittenDownWhileThePersonGoesOn() throws {
        var robot = Robot(shelf: .full(5))
        robot.press("space", "space", "f", "pgdn", "y")
        #expect(robot.desk.stack.isEmpty)
        #expect(robot.desk.notice?.text == "Marking 2 purchases…")
        robot.press("j")
        #expect(robot.desk.notice?.text == "Marking 2 purchases…")
        let made: [Mark] = [.sample(1, action: 9, purchase: 1001), .sample(2, action: 9, purchase: 1002)]
        robot.answer(.accepted(Accepted(action: ActionID(9), marks: made)))
        // Who has gone on is not taken elsewhere.
        #expect(robot.desk.stack.isEmpty)
        #expect(robot.desk.notice?.undoes == ActionID(9))
    }

    @Test func whatIsRefusedComesBackWithWhatWasTyped() throws {
        var robot = Robot(shelf: .full(5))
        robot.press("space", "space", "f")
        robot.type("+3d")
        robot.press("pgdn", "y")
        #expect(robot.desk.stack.isEmpty)
        robot.answer(.refused([.nothingSafe(PurchaseID(1001), item: nil)]))
        guard case .refused(let sentences)? = robot.desk.question?.stage else {
            Issue.record("not refused")
            return
        }
        #expect(sentences.first?.contains("1001") == true)
        robot.press("n")
        #expect(robot.desk.shipForm?.form[.deliverBy]?.entry.text == "+3d")
    }

    @Test func whatDiffersFromThePreviewIsSaid() throws {
        var robot = Robot(shelf: .full(5))
        robot.press("space", "space", "f", "pgdn")
        _ = robot.takeAsked()
        robot.press("y")
        #expect(try #require(robot.takeAsked().submitted.first).lines.allSatisfy { $0.promised != nil })
        let made: [Mark] = [.sample(1, action: 9, purchase: 1001), .sample(2, action: 9, purchase: 1002)]
        let other = Author(person: "zoe", station: "bench-2")
        let fewer = Surprise(purchase: PurchaseID(1002), promised: 3, accepted: 1, other: other)
        robot.answer(.accepted(Accepted(action: ActionID(9), marks: made, surprises: [fewer])))
        let words = "2 items fewer than the preview said: 1002 (1 of 3, bench-2 marked it)."
        #expect(robot.desk.notice?.text.contains(words) == true)
        robot.shelf.outbox = made.map {
            var done = $0
            done.state = .confirmed
            return OutboxRow(mark: done, storeName: "spring-gala", itemName: "Shirt, L")
        }
        robot.tell(.changed)
        #expect(robot.desk.notice?.text.contains(words) == true)
    }

    @Test func oneMarkedPurchaseGetsTheWholeForm() {
        var robot = Robot(shelf: .full(5))
        robot.press("j", "space", "f")
        #expect(robot.desk.shipForm?.form[.tracking] != nil)
        guard case .one(let detail)? = robot.desk.shipForm?.subject else {
            Issue.record("not the form of one purchase")
            return
        }
        #expect(detail.purchase.id == PurchaseID(1002))
    }

    @Test func aScanIntoTheFormOfManyIsRefusedLoudly() {
        var robot = Robot(shelf: .full(5))
        robot.press("a", "f")
        _ = robot.takeAsked()
        robot.scan("1Z999")
        #expect(robot.desk.notice?.kind == .error)
        #expect(robot.takeAsked() == [.app(.bell)])
        #expect(robot.desk.shipForm != nil)
    }

    @Test func whereNothingCanGoTheFormSaysWhy() {
        var robot = Robot(shelf: Shelf([.sample(1).aged(10), .sample(2).aged(20)]))
        robot.press("a", "f", "pgdn")
        #expect(robot.desk.question == nil)
        #expect(robot.desk.shipForm?.problem?.contains("2 purchases: bought less than 15 min ago") == true)
    }
}
