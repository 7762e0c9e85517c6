import Model
import TestKit
import Testing
import ViewModels

/// An order of a store that lists none, at the bench: found by its id, shipped, its status, its label.
@Suite struct OrderStoryTests {
    private func robot(_ details: PurchaseDetail..., on bench: Surroundings = .ordersBench) -> Robot {
        Robot(bench, shelf: Shelf(details))
    }
    private static let label = "\(String(repeating: "3f", count: 16)).pdf (214 kB)"

    @Test func theWorldThatItIsInAlwaysShows() {
        var robot = robot(.order())
        #expect(robot.desk.status.mode == "Sandbox")
        var bench = Surroundings.ordersBench
        bench.stores = [.gala, .boxoffice]
        bench.health.append(StoreHealth(store: Store.gala.id))
        robot = self.robot(.order(), on: bench)
        #expect(robot.desk.status.mode == "boxoffice: Sandbox")
        #expect(Robot().desk.status.mode == nil)
    }

    /// It is kept: the store is not asked for it again.
    @Test func anOrderUnderAnotherTabIsOpenedFromASearchHere() {
        var robot = robot(.order("TX1"))
        robot.press("4", "/")
        robot.type("TX1")
        robot.press("enter")
        #expect(robot.list.soughtID(in: robot.desk.surroundings) == nil)
        #expect(robot.list.keptElsewhere.map { $0.tab(in: robot.desk.surroundings) } == ["To ship"])
        robot.press("enter")
        #expect(robot.desk.question == nil)
        #expect(robot.desk.openDetail?.key.purchase == PurchaseID("TX1"))
    }

    @Test func aListingIsOpenedFromASearchInAnotherStore() {
        var bench = Surroundings.ordersBench
        bench.stores = [.boxoffice, .office]
        var robot = robot(.order("TX1"), .listing(801), on: bench)
        robot.press("S", "5", "/")
        #expect(robot.list.query.store == Store.boxoffice.id)
        robot.type("801")
        robot.press("enter")
        #expect(robot.list.keptElsewhere.map { $0.tab(in: robot.desk.surroundings) } == ["To come"])
        robot.press("enter")
        #expect(robot.desk.question == nil)
        #expect(robot.desk.openDetail?.key.store == Store.office.id)
    }

    @Test func theFileOfALabelIsLookedAtBeforeTheQuestion() throws {
        var robot = robot(.order("TX1"))
        robot.press("5", "enter", "e")
        #expect(robot.desk.changeForm?.scanWords == "A scan fills shipping_tracking_id.")
        robot.focus(on: "shipping_label_raw")
        robot.type("~/label.pdf")
        _ = robot.takeAsked()
        robot.press("pgdn")
        #expect(robot.takeAsked() == [.files(.lookAtLabel("~/label.pdf"))])
        #expect(robot.desk.question == nil)
        robot.answer(.labelSeen("~/label.pdf", .unfit("The file is no PDF; choose another.")))
        let form = try #require(robot.desk.changeForm)
        #expect(form.form.focused?.id == .value("shipping_label_raw"))
        #expect(form.form.focused?.problem == "The file is no PDF; choose another.")
        robot.press("pgdn")
        robot.answer(.labelSeen("~/label.pdf", .pdf(size: "301 B")))
        let lines = try #require(robot.desk.question).lines
        #expect(lines.contains { $0.text.hasSuffix("~/label.pdf: PDF of 301 B") })
    }

    @Test func theDetailReadsAsAnOrder() throws {
        var robot = robot(.order("TX1", ["shipping_label_raw": Self.label]))
        robot.press("enter")
        let lines = try #require(robot.desk.openDetail).lines(.sunday)
        #expect(lines.contains(.fact(label: "Status", value: "Approved")))
        #expect(lines.contains(.fact(label: "Ticket type", value: "Paper")))
        #expect(lines.contains(.fact(label: "Label", value: "PDF, 214 kB")))
        #expect(lines.contains(.fact(label: "Mode", value: "Sandbox")))
        #expect(lines.contains(.fact(label: "Total", value: "180 GBP")))
        #expect(lines.contains(.fact(label: "1", value: "Block 12, row C, seat 4: Zoë Müller")))
        #expect(lines.contains(.fact(label: "2", value: "Block 12, row C, seat 5")))
        _ = robot.takeAsked()
        robot.press("P")
        let key = PurchaseKey(store: Store.boxoffice.id, purchase: PurchaseID("TX1"))
        #expect(robot.takeAsked().contains(.files(.label(key))))
    }

    @Test func whatCannotBeSetBackIsNotOffered() {
        func marked(_ sets: Attributes, _ before: Attributes, _ values: Attributes) -> PurchaseDetail {
            var mark = Mark.sample(1, action: 7, quantity: 2, state: .confirmed)
            mark.store = Store.boxoffice.id
            mark.sets = sets
            mark.basis.values = before
            return .order("TX1", values, marks: [mark])
        }
        func offers(_ detail: PurchaseDetail) -> Bool {
            var robot = robot(detail)
            robot.press("5", "enter", "u")
            return robot.desk.undoForm != nil
        }
        let tracking: Attributes = ["shipping_tracking_id": "1Z"]
        let empty: Attributes = ["shipping_tracking_id": ""]
        #expect(offers(marked(tracking, empty, tracking)))
        let final = tracking.setting(["order_status": "Commissionable"])
        #expect(!offers(marked(tracking, empty, final)))
        let label: Attributes = ["shipping_label": "https://example.test/label.pdf"]
        #expect(!offers(marked(label, Attributes(), label)))
    }

    @Test func withoutALabelTheKeySaysSo() {
        var robot = robot(.order())
        robot.press("enter", "P")
        #expect(robot.desk.notice?.text == "It has no label.")
    }

    @Test func itIsShippedAsAWholeByItsNumber() throws {
        var robot = robot(.order())
        robot.press("f")
        #expect(robot.desk.shipForm?.form.active.map(\.id) == [.tracking, .status])
        robot.press("pgdn")
        #expect(robot.desk.question == nil && robot.desk.shipForm?.problem != nil)
        robot.scan("1Z5R89390357567127")
        robot.press("pgdn")
        #expect(robot.desk.question?.question == "Ship 2 items?")
        _ = robot.takeAsked()
        robot.press("y")
        let request = try #require(robot.takeAsked().submitted.first)
        #expect(request.tracking == "1Z5R89390357567127" && request.sets.isEmpty)
        #expect(request.lines.map(\.quantity) == [2] && request.address == nil)
    }

    @Test func aFinalStatusIsAskedForTwice() throws {
        var robot = robot(.order("TX1", ["shipping_tracking_id": "1Z"]))
        robot.press("5", "f", "enter", "space", "pgdn")
        let first = try #require(robot.desk.question)
        #expect(first.lines.contains { $0.text.contains("Commissionable is final") })
        _ = robot.takeAsked()
        robot.press("y")
        #expect(robot.takeAsked().submitted.isEmpty)
        #expect(robot.desk.question?.question == "Set the status?")
        #expect(robot.desk.question?.lines.contains { $0.text.contains("before: Approved") } == true)
        robot.settle()
        robot.press("y")
        let request = try #require(robot.takeAsked().submitted.first)
        #expect(request.sets == ["order_status": "Commissionable"] && request.tracking == nil)
        var mark = Mark.sample(1, action: 7, state: .confirmed)
        mark.store = Store.boxoffice.id
        mark.sets = request.sets
        robot.answer(.accepted(Accepted(action: ActionID(7), marks: [mark])))
        robot.shelf.outbox = [OutboxRow(mark: mark, storeName: "", itemName: "")]
        robot.tell(.changed)
        #expect(robot.desk.notice?.kind == .good && robot.desk.notice?.undoes == nil)
        #expect(robot.desk.notice?.text.contains("takes it back") == false)
    }

    @Test func aClosedOrderSaysWhyItCannotBeShipped() {
        var robot = robot(.order("TX1", ["order_status": "Refunded"]))
        robot.press("5", "f")
        #expect(robot.desk.shipForm == nil)
        #expect(robot.desk.notice?.text.contains("Refunded, which is final") == true)
    }

    @Test func anUnknownScanIsOffered() throws {
        var robot = robot()
        robot.scan("TX9")
        let question = try #require(robot.desk.question)
        #expect(question.question == "Ask boxoffice for it?")
        _ = robot.takeAsked()
        robot.press("y")
        #expect(robot.takeAsked() == [.sync(.fetch(PurchaseID("TX9"), Store.boxoffice.id))])
        #expect(robot.desk.question == nil && robot.desk.notice?.text == "Asking the store…")
        robot.shelf = Shelf([.order("TX9")])
        let key = PurchaseKey(store: Store.boxoffice.id, purchase: PurchaseID("TX9"))
        robot.answer(.found("TX9", [key]))
        #expect(robot.desk.openDetail?.key == key && robot.desk.notice == nil)
    }

    @Test func anUnknownSearchIsOfferedToo() {
        var robot = robot()
        robot.press("/")
        robot.type("TX9")
        robot.press("enter", "enter")
        #expect(robot.desk.question?.question == "Ask boxoffice for it?")
        robot.press("n")
        #expect(robot.desk.question == nil && robot.desk.list.query.search == "TX9")
    }

    @Test func nothingIsOfferedWhereNoStoreOrNobodyCouldAsk() {
        var gala = Robot()
        gala.scan("TX9")
        #expect(gala.desk.question == nil && gala.desk.notice?.kind == .error)
        var bench = Surroundings.ordersBench
        bench.isReadOnly = true
        var reader = robot(on: bench)
        reader.scan("TX9")
        #expect(reader.desk.question == nil)
    }
}
