import Model
import TestKit
import Testing
import ViewModels

@Suite struct ShipStoryTests {
    @Test func fromTheListThroughFormAndPreviewToTheRequest() throws {
        var robot = Robot(shelf: Shelf([.sample(1043, shirts: 3, mugs: 1)]))
        robot.press("f", "1", "backspace", "backspace", "1", "enter", "enter")
        #expect(robot.desk.shipForm?.form.focused?.id == .tracking)
        robot.type("1Z9")
        robot.press("enter")
        robot.type("fri")
        #expect(robot.desk.shipForm?.form[.deliverBy]?.note == "Fri 2026-11-27")
        robot.press("enter", "enter")
        let question = try #require(robot.desk.question)
        #expect(question.question == "Ship 2 items?")
        #expect(question.lines.map(\.text).contains("1 × Shirt, L"))
        #expect(question.lines.map(\.text).contains("80331 DE") == false)
        #expect(question.lines.map(\.text).contains("80331 München"))
        _ = robot.takeAsked()
        robot.press("y")
        let request = try #require(robot.takeAsked().submitted.first)
        let key = PurchaseKey(store: StoreID(1), purchase: PurchaseID(1043))
        #expect(
            request.lines == [
                MarkLine(key: key, item: 1, quantity: 1), MarkLine(key: key, item: 2, quantity: 1),
            ])
        #expect(request.tracking == "1Z9")
        #expect(request.deliverBy == PlainDate("2026-11-27"))
        #expect(request.address == nil)
        #expect(request.author == .zoe)
        #expect(!request.evenIfYoung)
        #expect(robot.desk.question?.stage == .working)
    }

    @Test func theCarrierStandsBelowTheTrackingAsItIsTyped() {
        var robot = Robot(shelf: .full(3))
        robot.press("f", "enter")
        #expect(robot.desk.shipForm?.form.focused?.id == .tracking)
        robot.type("1Z5R8939035756712")
        #expect(robot.desk.shipForm?.form[.tracking]?.remark == nil)
        robot.press("7")
        #expect(robot.desk.shipForm?.form[.tracking]?.remark?.text == "UPS Ground")
        #expect(robot.desk.shipForm?.form[.tracking]?.remark?.isWarning == false)
        robot.press("backspace")
        robot.scan("3318810025")
        #expect(robot.desk.shipForm?.form[.tracking]?.remark?.text == "DHL Express")
    }

    @Test func aSuspectedTypoIsAskedAboutAndNeverForbidden() throws {
        var robot = Robot(shelf: .full(3))
        robot.press("f")
        robot.scan("1Z5R89390357567128")
        #expect(robot.desk.shipForm?.form[.tracking]?.remark?.isWarning == true)
        robot.press("pgdn")
        let warning = try #require(robot.desk.question?.lines.first { $0.kind == .warning })
        #expect(warning.text.contains("UPS") && warning.text.contains("check digit"))
        _ = robot.takeAsked()
        robot.press("y")
        #expect(robot.takeAsked().submitted.first?.tracking == "1Z5R89390357567128")
    }

    @Test func whatIsAcceptedIsSaidAndOneKeyTakesItBack() {
        var robot = Robot(shelf: .full(3))
        robot.press("f", "pgdn", "y")
        robot.answer(.accepted(Accepted(action: ActionID(7), marks: [.sample(1, action: 7, quantity: 2)])))
        #expect(robot.desk.stack.isEmpty)
        #expect(robot.desk.notice?.text == "2 items of purchase 1043 on the way. u takes it back.")
        _ = robot.takeAsked()
        robot.press("u")
        #expect(robot.desk.question?.deed == .undo(ActionID(7)))
        robot.press("y")
        #expect(robot.takeAsked() == [.marks(.undo(ActionID(7), .zoe))])
    }

    @Test func theNoticeSaysWhatCameOfIt() {
        var robot = Robot(shelf: .full(3))
        robot.press("f", "pgdn", "y")
        let marks: [Mark] = [.sample(1, action: 7, quantity: 2), .sample(2, action: 7, item: 2)]
        robot.answer(.accepted(Accepted(action: ActionID(7), marks: marks)))
        robot.shelf.outbox = marks.rows(.sending, .confirmed)
        robot.tell(.changed)
        #expect(robot.desk.notice?.text == "3 items of purchase 1043 on the way. u takes it back.")
        robot.shelf.outbox = marks.rows(.confirmed, .confirmed)
        robot.tell(.changed)
        #expect(robot.desk.notice?.text == "3 items of purchase 1043 shipped. u takes it back.")
        robot.shelf.outbox = marks.rows(.confirmed, .failed)
        robot.tell(.changed)
        #expect(robot.desk.notice?.kind == .error)
        #expect(robot.desk.notice?.text == "1 of 2 marks did not go through; O shows it.")
        robot.press("u")
        #expect(robot.desk.question?.lines.first?.text == "3 items of purchase 1043")
    }

    @Test func theNoticeSaysWhatNoStoreKnowsOf() {
        var surroundings = Surroundings.bench
        surroundings.stores = [.gala, .run]
        var robot = Robot(surroundings, shelf: .full(3))
        robot.press("f", "pgdn", "y")
        var marks: [Mark] = [.sample(1, action: 7, quantity: 2), .sample(2, action: 7, item: 2)]
        marks[1].store = Store.run.id
        robot.answer(.accepted(Accepted(action: ActionID(7), marks: marks)))
        func notice() -> String? {
            robot.shelf.outbox = marks.rows(.confirmed, .confirmed)
            robot.tell(.changed)
            return robot.desk.notice?.text
        }
        #expect(notice()?.hasSuffix("shipped, 1 of the marks on this box only. u takes it back.") == true)
        robot.press("u", "escape")
        robot.press("f", "pgdn", "y")
        marks[0].store = Store.run.id
        robot.answer(.accepted(Accepted(action: ActionID(7), marks: marks)))
        #expect(notice()?.hasSuffix("shipped, on this box. u takes it back.") == true)
    }

    @Test func theFirstDigitReplacesTheQuantityAndLettersDoNothing() {
        var robot = Robot(shelf: Shelf([.sample(1, shirts: 40)]))
        robot.press("f", "1", "2")
        #expect(robot.desk.shipForm?.form.focused?.entry.text == "12")
        robot.press("9", "pgdn", "x")
        #expect(robot.desk.shipForm?.form.focused?.problem == "At most 40 can go.")
        robot.press("enter", "backtab", "7")
        #expect(robot.desk.shipForm?.form.focused?.entry.text == "7")
        #expect(robot.desk.shipForm?.form.focused?.problem == nil)
    }

    @Test func theOfferToTakeBackEndsWithTheNextKey() {
        var robot = Robot(shelf: .full(3))
        robot.press("f", "pgdn", "y")
        robot.answer(.accepted(Accepted(action: ActionID(7), marks: [.sample(1, action: 7)])))
        robot.press("j", "u")
        #expect(robot.desk.question == nil)
    }

    @Test func aRefusalIsShownAndLeadsBackToTheForm() {
        var robot = Robot(shelf: .full(3))
        robot.press("f", "pgdn", "y")
        let refusal = Refusal.moreThanSafe(PurchaseID(1001), item: 1, asked: 2, safe: 1)
        robot.answer(.refused([refusal]))
        #expect(robot.desk.question?.shownLines.map(\.text) == ["Nothing was done:", refusal.sentence])
        _ = robot.takeAsked()
        robot.press("y")
        #expect(robot.takeAsked().submitted.isEmpty)
        robot.press("esc")
        #expect(robot.desk.shipForm != nil)
    }

    @Test func moreThanIsSafeDoesNotReachThePreview() {
        var robot = Robot(shelf: .full(3))
        robot.press("f", "ctrl-u", "9", "pgdn")
        #expect(robot.desk.question == nil)
        #expect(robot.desk.shipForm?.form.focused?.problem == "At most 2 can go.")
        robot.press("backspace")
        #expect(robot.desk.shipForm?.form.focused?.problem == nil)
    }

    @Test func nothingOfAnythingDoesNotReachThePreview() {
        var robot = Robot(shelf: .full(3))
        robot.press("f", "ctrl-u", "pgdn")
        #expect(robot.desk.question == nil)
        #expect(robot.desk.shipForm?.problem != nil)
    }

    @Test func aWordThatIsNoDateDoesNotReachThePreview() {
        var robot = Robot(shelf: .full(3))
        robot.press("f", "enter", "enter")
        robot.type("soon")
        robot.press("pgdn")
        #expect(robot.desk.question == nil)
        #expect(robot.desk.shipForm?.form.focused?.id == .deliverBy)
        #expect(robot.desk.shipForm?.form.focused?.problem != nil)
    }

    @Test func anAddressWithoutAStreetAsksForAnotherOrForHandingOver() throws {
        let address = ShippingAddress(fullName: "Zoë", city: "Ulm", zipcode: " 89 ")
        var robot = Robot(shelf: Shelf([.sample(1).addressed(address)]))
        robot.press("f", "pgdn")
        #expect(robot.desk.shipForm?.form.focused?.id == .addressChoice)
        #expect(robot.desk.shipForm?.form.focused?.problem?.contains("street") == true)
        robot.press("space", "enter", "enter")
        #expect(robot.desk.shipForm?.form.focused?.id == .address(.address1))
        robot.type("Weg 1")
        robot.press("pgdn")
        _ = robot.takeAsked()
        robot.press("y")
        let sent = try #require(robot.takeAsked().submitted.first?.address)
        #expect(sent.address1 == "Weg 1")
        #expect(sent.zipcode == " 89 ")
        #expect(sent.state == nil)
    }

    @Test func handingOverNeedsNoAddressAndTakesNoTracking() throws {
        var robot = Robot(shelf: Shelf([.sample(1).addressed(nil)]))
        robot.press("o")
        let form = try #require(robot.desk.shipForm)
        #expect(form.form.active.map(\.id) == [.verb, .quantity(item: 1), .deliverBy])
        robot.press("pgdn")
        _ = robot.takeAsked()
        robot.press("y")
        let request = try #require(robot.takeAsked().submitted.first)
        #expect(request.verb == .handOver)
        #expect(request.address == nil && request.tracking == nil)
    }

    @Test func aYoungPurchaseIsShippedByItselfWithAWarning() throws {
        var robot = Robot(shelf: Shelf([.sample(1).aged(400)]))
        robot.press("f", "pgdn")
        let lines = try #require(robot.desk.question?.lines)
        #expect(
            lines.contains(ConfirmationLine("Bought 6 min ago; its buyer may still clear it.", .warning)))
        _ = robot.takeAsked()
        robot.press("y")
        #expect(robot.takeAsked().submitted.first?.evenIfYoung == true)
    }

    @Test func theServersClockDecidesWhatIsYoung() {
        var detail = PurchaseDetail.sample(1).aged(400)
        detail.clockOffset = 600
        #expect(detail.youngWords(now: Clock.sunday.now) == nil)
    }

    @Test func whatChangesMeanwhileChangesTheLimitButNotWhatWasTyped() {
        var robot = Robot(shelf: Shelf([.sample(1, shirts: 3)]))
        robot.press("f")
        robot.shelf[1] = .sample(1, shirts: 1)
        robot.tell(.changed)
        let field = robot.desk.shipForm?.form[.quantity(item: 1)]
        #expect(field?.entry.text == "3")
        #expect(field?.kind == .quantity(most: 1))
    }

    @Test func aStationThatOnlyReadsSaysSo() {
        var bench = Surroundings.bench
        bench.isReadOnly = true
        var robot = Robot(bench, shelf: .full(3))
        for key in ["f", "o", "u", "H"] as [Chord] {
            robot.press(key)
            #expect(robot.desk.stack.isEmpty)
            #expect(robot.desk.notice?.text == "This station only reads (--read-only).")
        }
        robot.press("enter", "f")
        #expect(robot.desk.openPurchase == 1001)
    }

    @Test func heldAndShippedPurchasesSayWhyTheyCannotBeShipped() {
        let hold = Hold(reason: "wrong size", author: .zoe, at: 0)
        var robot = Robot(shelf: Shelf([.sample(1).held(hold), .sample(2).gone()]))
        robot.press("7", "f")
        #expect(robot.desk.notice?.text == "It is on hold; release it first.")
        robot.press("6", "f")
        #expect(robot.desk.notice?.text == "Nothing of purchase 2 is safe to ship.")
    }
}

extension [Mark] {
    /// As the outbox shows them, in these states.
    fileprivate func rows(_ states: MarkState...) -> [OutboxRow] {
        zip(self, states).map { mark, state in
            var mark = mark
            mark.state = state
            return OutboxRow(mark: mark, storeName: "Spring Gala", itemName: "Shirt")
        }
    }
}
