import Model
import TestKit
import Testing
import ViewModels

/// A listing at the bench: in hand, awaited, and its values.
@Suite struct ListingStoryTests {
    @Test func whatWasMarkedAsAWholeIsTakenBackAsOne() throws {
        var mark = Mark.sample(1, action: 7, quantity: 2, state: .confirmed)
        mark.store = Store.office.id
        mark.sets = ["in_hand": "true"]
        var robot = robot(.listing(801, ["in_hand": "true"], marks: [mark]))
        robot.press("5", "u", "ctrl-u", "1", "pgdn")
        #expect(robot.desk.question == nil)
        #expect(robot.desk.undoForm?.form.fields.first?.problem == "As a whole: 0, or all 2.")
        robot.press("2", "pgdn")
        #expect(robot.desk.question?.question == "Take back 2 items?")
    }

    @Test func whatCannotBeTakenBackAgainIsAskedForTwiceWhereverItTurnsOut() throws {
        var robot = robot(.listing())
        robot.press("f", "pgdn", "y")
        robot.answer(.accepted(Accepted(action: ActionID(7), marks: [.sample(1, action: 7)])))
        _ = robot.takeAsked()
        robot.press("u", "y")
        robot.answer(.refused([.final(PurchaseID(801), "The tickets are lost.")]))
        let question = try #require(robot.desk.question)
        #expect(question.lines.map(\.text) == ["801: The tickets are lost."])
        #expect(question.stage == .asking)
        _ = robot.takeAsked()
        robot.settle()
        robot.press("y")
        #expect(robot.takeAsked() == [.marks(.undo(ActionID(7), .zoe, isFinalMeant: true))])
        robot.answer(.refused([.final(PurchaseID(801), "The tickets are lost.")]))
        #expect(robot.desk.question?.stage == .refused(["801: The tickets are lost."]))
    }

    private func robot(_ detail: PurchaseDetail = .listing()) -> Robot {
        Robot(.officeBench, shelf: Shelf([detail]))
    }

    @Test func theDetailReadsAsWhatComesIn() throws {
        var robot = robot()
        robot.press("enter")
        let lines = try #require(robot.desk.openDetail).lines(.sunday)
        #expect(lines.contains(.fact(label: "State", value: "expected on 3 Dec 2026")))
        #expect(lines.contains(.fact(label: "in_hand_on", value: "2026-12-03")))
        #expect(lines.contains(.fact(label: "event.time", value: "2027-05-02T19:30:00Z")))
        #expect(!lines.contains { if case .fact("Purchaser", _) = $0 { true } else { false } })
        #expect(robot.desk.footer.first?.label == "in hand")
        robot.shelf[801] = .listing(801, ["in_hand": "true"])
        robot.tell(.changed)
        let now = try #require(robot.desk.openDetail).lines(.sunday)
        #expect(now.contains(.fact(label: "State", value: "in hand")))
    }

    @Test func theShipKeyMarksItInHandAndADayDoesNot() throws {
        var robot = robot()
        robot.press("enter", "f")
        let form = try #require(robot.desk.shipForm)
        #expect(form.form.active.map(\.label) == ["Expected on"])
        robot.press("pgdn")
        #expect(robot.desk.question?.question == "Mark it in hand?")
        robot.press("n")
        robot.type("+3d")
        robot.press("pgdn")
        #expect(robot.desk.question?.question == "Set the day?")
        _ = robot.takeAsked()
        robot.press("y")
        let request = try #require(robot.takeAsked().submitted.first)
        #expect(request.verb == .ship && request.deliverBy == PlainDate("2026-11-25"))
        #expect(request.tracking == nil && request.address == nil)
    }

    @Test func manyAreMarkedInHandAtOnce() throws {
        let shelf = Shelf((801...804).map { .listing($0) })
        var robot = Robot(.officeBench, shelf: shelf)
        robot.press("A", "f")
        let form = try #require(robot.desk.shipForm)
        #expect(form.form.active.map(\.label) == ["Expected on"])
        robot.press("pgdn")
        #expect(robot.desk.question?.question == "Mark in hand 8 items of 4 listings?")
        #expect(robot.desk.question?.lines.first?.text == "4 purchases, 8 items, 1 request")
    }

    @Test func theFooterHelpAndCommandsSpeakOfTheRowUnderTheCursor() {
        var bench = Surroundings.bench
        bench.stores = [.gala, .office]
        // The parcel was bought long before the listing is expected.
        var robot = Robot(bench, shelf: Shelf([.sample(1), .listing(801)]))
        func label(of key: Chord) -> String? { robot.desk.footer.first { $0.chord == key }?.label }
        #expect(label(of: "f") == "ship" && label(of: "S") == "store")
        robot.press("down")
        #expect(label(of: "f") == "in hand")
        robot.press("?")
        #expect(robot.desk.helpSentence(of: "f")?.contains("in hand") == true)
        robot.press("q", ":")
        robot.type("sca")
        #expect(robot.desk.candidates == ["scan a listing, and it is in hand"])
        robot.press("esc", "up", ":")
        robot.type("sca")
        #expect(robot.desk.candidates == ["scan an order, scan its number, shipped"])
        robot.press("esc", "A")
        #expect(label(of: "f") == "ship")
    }

    @Test func openingAListingReadsItAtOnceAndOnce() throws {
        var robot = robot(.listing(801, ["seats[0].seat": "", "seats[1].seat": ""]))
        let key = PurchaseKey(store: Store.office.id, purchase: PurchaseID(801))
        func seats() -> String? {
            let facts = robot.desk.openDetail?.lines(.sunday).compactMap { line in
                if case .fact("seats", let value) = line { value } else { nil }
            }
            return facts?.first
        }
        robot.shelf[801]?.purchase.attributes = ["in_hand": "false", "quantity": "2"]
        robot.press("enter")
        #expect(robot.takeAsked().contains(.sync(.look(key))))
        #expect(seats() == "being read…")
        robot.tell(.changed)
        #expect(!robot.takeAsked().contains(.sync(.look(key))))
        robot.answer(.looked(key, whyNot: "These credentials may not read ticket groups."))
        #expect(seats() == "not read: These credentials may not read ticket groups.")
        robot.shelf[801] = .listing(801)
        robot.tell(.changed)
        #expect(seats() == nil)
    }

    @Test func whoOnlyReadsAsksForNothing() {
        var bench = Surroundings.officeBench
        bench.isReadOnly = true
        var robot = Robot(bench, shelf: Shelf([.listing()]))
        robot.press("enter")
        #expect(!robot.takeAsked().contains { if case .sync = $0 { true } else { false } })
    }

    @Test func theFormShowsWhatIsNowAndSetsOnlyWhatWasChanged() throws {
        var robot = robot()
        robot.press("enter", "e")
        let form = try #require(robot.desk.changeForm)
        #expect(form.form[.value("price")]?.entry.text == "120")
        #expect(form.form[.value("in_hand")]?.shown == "false")
        #expect(form.form[.value("view_type")]?.shown == "not known")
        robot.press("pgdn")
        #expect(robot.desk.changeForm?.problem?.contains("Nothing is changed") == true)
        robot.focus(on: "internal_notes")
        robot.type("shelf 4")
        robot.press("pgdn")
        #expect(robot.desk.question?.question == "Change 1 value?")
        _ = robot.takeAsked()
        robot.press("y")
        let request = try #require(robot.takeAsked().submitted.first)
        #expect(request.verb == .change && request.sets == ["internal_notes": "shelf 4"])
    }

    @Test func faultsStandBesideTheirFieldsBeforeAnythingLeaves() throws {
        var robot = robot()
        robot.press("enter", "e")
        robot.focus(on: "price")
        robot.type("00000000")
        robot.focus(on: "discount")
        robot.type("101")
        robot.focus(on: "row")
        robot.press("ctrl-u", "pgdn")
        let form = try #require(robot.desk.changeForm)
        let names = form.form.fields.filter { $0.problem != nil }.map(\.label)
        #expect(names == ["row", "price", "discount"])
        #expect(form.form.focused?.label == "row")
        #expect(robot.desk.question == nil && robot.takeAsked().submitted.isEmpty)
    }

    @Test func aScanFillsABarcodeAndGoesOn() throws {
        var robot = robot()
        robot.press("enter", "e")
        robot.scan("ABCD1234")
        #expect(robot.desk.changeForm?.form.focused?.label == "seats[1].barcode")
        robot.scan("ABCD1234")
        #expect(robot.desk.notice?.text.contains("already") == true)
        robot.scan("ABCD1235")
        #expect(robot.desk.notice?.text.contains("That was the last") == true)
        robot.press("pgdn")
        _ = robot.takeAsked()
        robot.press("y")
        let request = try #require(robot.takeAsked().submitted.first)
        #expect(
            request.sets == ["seats[0].barcode": "ABCD1234", "seats[1].barcode": "ABCD1235"])
    }

    @Test func oneScanTooManyIsRefused() throws {
        var robot = robot()
        robot.press("enter", "e")
        for code in ["ABCD1234", "ABCD1235", "ABCD1236"] { robot.scan(code) }
        #expect(robot.desk.notice?.kind == .error)
        #expect(robot.desk.notice?.text.contains("all seats have one: not used") == true)
        let form = try #require(robot.desk.changeForm)
        #expect(form.form[.value("seats[1].barcode")]?.entry.text == "ABCD1235")
        // Who goes to a field means it.
        let first = FieldID.value("seats[0].barcode")
        for _ in 0..<9 where robot.desk.changeForm?.form.focused?.id != first { robot.press("up") }
        robot.scan("ABCD1236")
        let now = try #require(robot.desk.changeForm)
        #expect(now.form[.value("seats[0].barcode")]?.entry.text == "ABCD1236")
    }

    @Test func leavingSaysFirstThatScansWouldBeLost() {
        var robot = robot()
        robot.press("enter", "e")
        robot.scan("ABCD1234")
        robot.press("esc")
        #expect(robot.desk.changeForm != nil)
        #expect(robot.desk.notice?.text == "1 scanned value would be lost. Esc once more leaves the form.")
        // Whoever goes on has stayed.
        robot.press("up", "esc")
        #expect(robot.desk.changeForm != nil)
        robot.press("esc")
        #expect(robot.desk.changeForm == nil && robot.desk.openDetail != nil)
        robot.press("e", "esc")
        #expect(robot.desk.changeForm == nil)
    }

    @Test func aChangedQuantityTakesTwoYeses() throws {
        var robot = robot()
        robot.press("enter", "e")
        robot.focus(on: "quantity")
        robot.press("ctrl-u", "3", "pgdn")
        #expect(robot.desk.question?.lines.first?.text.contains("anew") == true)
        _ = robot.takeAsked()
        robot.press("y")
        #expect(robot.takeAsked().submitted.isEmpty)
        #expect(robot.desk.question?.question == "Change 1 value?")
        robot.settle()
        robot.press("y")
        #expect(robot.takeAsked().submitted.map(\.sets) == [["quantity": "3"]])
    }

    @Test func aStoreWithALedgerHasNoSuchForm() {
        var robot = Robot(shelf: .full(1))
        robot.press("enter", "e")
        #expect(robot.desk.changeForm == nil)
        #expect(robot.desk.notice?.text.contains("ledger") == true)
    }

    @Test func theHistoryNamesWhatAChangeSet() throws {
        var change = Mark.sample(1, purchase: 801, quantity: 0)
        change.verb = .change
        change.sets = ["price": "12.5", "row": "B"]
        change.basis.values = ["price": "120", "row": "A"]
        change.tracking = nil
        var robot = robot(.listing(marks: [change]))
        robot.press("enter")
        let lines = try #require(robot.desk.openDetail).lines(.sunday)
        let entries = lines.compactMap { if case .entry(let entry) = $0 { entry } else { nil } }
        #expect(entries.map(\.called) == ["changed"])
        #expect(entries.map(\.itemName) == ["price, row"])
        robot.press("u")
        #expect(robot.desk.undoForm?.sources.map(\.itemName) == ["price, row"])
        #expect(change.deed("anything") == "Change price, row")
    }

    @Test func takingBackAsksForTheDayWhereNoneIsKnown() throws {
        var mark = Mark.sample(1, purchase: 801, quantity: 2)
        mark.sets = ["in_hand": "true"]
        mark.tracking = nil
        var robot = robot(.listing(801, ["in_hand": "true"], marks: [mark]))
        robot.press("4", "enter", "u")
        let form = try #require(robot.desk.undoForm)
        #expect(form.form.fields.map(\.label) == ["Harbour Lights Tour, 101, row A", "Expected on"])
        robot.press("tab")
        robot.type("+2d")
        robot.press("pgdn")
        _ = robot.takeAsked()
        robot.press("y")
        let request = try #require(robot.takeAsked().submitted.first)
        #expect(request.verb == .undo && request.deliverBy == PlainDate("2026-11-24"))
        #expect(request.lines.map(\.quantity) == [nil])
    }
}

extension Desk {
    fileprivate func helpSentence(of key: String) -> String? {
        guard case .help(let help)? = top else { return nil }
        return help.sections.first?.rows.first { $0.keys == key }?.help
    }

    /// What the commands that are offered do.
    fileprivate var candidates: [String] {
        if case .line(let line)? = top { line.candidates.map(\.does) } else { [] }
    }
}

extension Robot {
    /// Down to the field of that name.
    mutating func focus(on name: String) {
        for _ in 0..<80 where desk.changeForm?.form.focused?.label != name { press("down") }
        for _ in 0..<80 where desk.changeForm?.form.focused?.label != name { press("up") }
    }
}
