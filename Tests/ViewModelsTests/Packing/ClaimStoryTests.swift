import Model
import TestKit
import Testing

@testable import ViewModels

@Suite struct ClaimStoryTests {
    private static let key = PurchaseKey(store: StoreID(1), purchase: PurchaseID(1001))
    private static let ben = Claim(
        author: Author(person: "ben", station: "bench-1"), process: "7.1", since: Clock.sunday.now - 60)

    @Test(arguments: [["f"], ["enter", "f"], ["o"]])
    func theFormClaimsAndItsEndLetsGo(_ keys: [String]) {
        var robot = Robot(shelf: .full(3))
        for key in keys { robot.press(Chord(key)) }
        #expect(robot.takeAsked().claims == [.claim(Self.key, .zoe)])
        robot.press("pgdn")
        #expect(robot.desk.question != nil)
        #expect(robot.takeAsked().claims.isEmpty)
        robot.press("n", "esc")
        #expect(robot.takeAsked().claims == [.release(Self.key)])
    }

    @Test func aMarkLetsGo() {
        var robot = Robot(shelf: .full(3))
        robot.press("f", "pgdn", "y")
        _ = robot.takeAsked()
        robot.answer(.accepted(Accepted(action: ActionID(1), marks: [.sample(1, purchase: 1001)])))
        #expect(robot.takeAsked().claims == [.release(Self.key)])
    }

    @Test func aScanOverTheFormKeepsItAndOverAQuestionToo() {
        var robot = Robot(shelf: .full(3))
        robot.press("f")
        _ = robot.takeAsked()
        robot.scan("1Z999AA10123456784")
        #expect(robot.desk.shipForm != nil)
        #expect(robot.takeAsked().claims.isEmpty)
    }

    @Test func aScanWhoseLettersOpenAFormClaimsNothing() {
        var robot = Robot(shelf: .full(3))
        robot.scan("fC1002")
        #expect(robot.takeAsked().claims.isEmpty)
        robot.press("f")
        #expect(robot.takeAsked().claims.count == 1)
        robot.key("esc")
        #expect(robot.takeAsked().claims == [.release(Self.key)])
    }

    @Test func manyAtOnceAndReadersClaimNothing() {
        var robot = Robot(shelf: .full(3))
        robot.press("a", "f")
        #expect(robot.desk.shipForm != nil)
        #expect(robot.takeAsked().claims.isEmpty)
        var bench = Surroundings.bench
        bench.isReadOnly = true
        var reader = Robot(bench, shelf: .full(3))
        reader.press("f", "enter", "f")
        #expect(reader.takeAsked().claims.isEmpty)
    }

    @Test func whoPacksItIsToldAndMayBeRelieved() throws {
        var robot = Robot(shelf: .full(3))
        robot.press("f", "ctrl-t")
        #expect(robot.desk.notice?.text == "Nobody else is packing this.")
        robot.shelf[1001]?.claim = Self.ben
        robot.tell(.changed)
        let words = try #require(robot.desk.shipForm?.claim?.words(.sunday))
        #expect(words == "bench-1 (ben) has been packing this since 14:01.")
        _ = robot.takeAsked()
        robot.press("ctrl-t")
        #expect(robot.takeAsked().claims == [.takeOver(Self.key, .zoe)])
    }

    @Test func aClaimWarnsInThePreviewAndStopsNobody() throws {
        var robot = Robot(shelf: .full(3))
        robot.shelf[1001]?.claim = Self.ben
        robot.press("f", "pgdn")
        let question = try #require(robot.desk.question)
        #expect(question.lines.contains { $0.text.contains("bench-1 (ben)") && $0.kind == .warning })
        robot.press("y")
        #expect(robot.takeAsked().submitted.count == 1)
        robot.press("q")
    }

    @Test func aBulkPreviewNamesThem() throws {
        var robot = Robot(shelf: .full(3))
        robot.shelf[1002]?.claim = Self.ben
        robot.press("a", "f", "pgdn")
        let question = try #require(robot.desk.question)
        #expect(question.lines.contains { $0.text == "1 purchase being packed by others: 1002 (bench-1)" })
    }

    @Test func anOldOneIsNotShownAnyMore() {
        var robot = Robot(shelf: .full(3))
        robot.shelf[1001]?.claim = Self.ben
        robot.press("f")
        var later = Clock.sunday
        later.now += 900
        robot.tell(.clock(later))
        #expect(robot.desk.shipForm?.claim?.words(robot.desk.surroundings.clock) == nil)
    }
}

@Suite struct TogetherTests {
    private static func shelf() -> Shelf {
        var shelf = Shelf.full(4)
        shelf[1001]?.companions = [
            Companion(
                key: PurchaseKey(store: StoreID(1), purchase: PurchaseID(1003)),
                contents: [ItemCount(count: 2, name: "Shirt, L")])
        ]
        return shelf
    }

    @Test func theDetailSaysSoAndAKeyMarksAll() throws {
        var robot = Robot(shelf: Self.shelf())
        robot.press("enter")
        guard case .detail(let screen)? = robot.desk.top else {
            Issue.record("no detail")
            return
        }
        let alert = DetailLine.attention("Same person, same address: 1003 (2 Shirt, L).")
        #expect(screen.lines(.sunday).contains(alert))
        robot.press("@")
        #expect(robot.desk.stack.isEmpty)
        #expect(robot.list.markedIDs == [1001, 1003])
        #expect(robot.list.marks.itemCount == 4)
        robot.press("f")
        #expect(robot.desk.shipForm?.companions.isEmpty == true, "all of it is marked")
    }

    @Test func theFormSaysSoAndGoesOnWithAll() {
        var robot = Robot(shelf: Self.shelf())
        robot.press("f")
        #expect(robot.desk.footer.contains { $0.label == "same address" })
        robot.press("ctrl-o")
        #expect(robot.list.markedIDs == [1001, 1003])
        #expect(robot.desk.shipForm == nil)
    }

    @Test func aBulkActionNamesWhatIsNotMarked() throws {
        var robot = Robot(shelf: Self.shelf())
        robot.press("space", "space", "f", "pgdn")
        let question = try #require(robot.desk.question)
        let words = "1 more purchase for the same people at the same addresses: 1003"
        #expect(question.lines.contains { $0.text == words })
        robot.press("n", "ctrl-o")
        #expect(robot.list.markedIDs == [1001, 1002, 1003])
    }

    @Test func withoutOthersTheKeySaysSo() {
        var robot = Robot(shelf: .full(2))
        robot.press("enter", "@")
        #expect(robot.desk.notice?.text == Outcome.noCompanion)
    }
}

@Suite struct MemoAndHoldTests {
    @Test func aNoteIsAddedAfterAYes() {
        var robot = Robot(shelf: .full(2))
        robot.press("M", "enter")
        #expect(robot.desk.question == nil, "an empty one is none")
        robot.type("ring twice")
        robot.press("enter")
        _ = robot.takeAsked()
        robot.press("y")
        let key = PurchaseKey(store: StoreID(1), purchase: PurchaseID(1001))
        #expect(robot.takeAsked() == [.marks(.addMemo(key, text: "ring twice", .zoe))])
        robot.answer(.done("Noted."))
        #expect(robot.desk.stack.isEmpty)
    }

    @Test func aNoteStandsInTheTimeline() {
        var detail = PurchaseDetail.sample(1, ledger: [Fulfillment(item: 1, at: 1, quantity: 1)])
        detail.memos = [Memo(text: "ring twice", author: .zoe, at: 2)]
        let lines = DetailScreen(detail.key, detail: detail).lines(.sunday)
        #expect(lines.contains(.heading("Shipments and notes")))
        guard case .entry(let last)? = lines.last else {
            Issue.record("no timeline")
            return
        }
        #expect(last.memo == "ring twice")
    }

    @Test func manyAreHeldAtOnceWithoutThoseThatAre() throws {
        var robot = Robot(shelf: .full(4))
        robot.shelf[1002] = .sample(1002).held(Hold(reason: "wet", author: .zoe, at: 0))
        robot.press("5", "a", "H")
        guard case .hold(let form)? = robot.desk.top else {
            Issue.record("no form")
            return
        }
        #expect(form.keys.map(\.purchase.text) == ["1001", "1003", "1004"])
        #expect(form.subject == "3 purchases, 1 on hold already")
        robot.type("stock")
        robot.press("enter", "y")
        #expect(robot.takeAsked().last == .marks(.hold(form.keys, reason: "stock", .zoe)))
    }

    @Test func whereAllAreHeldTheyAreReleased() throws {
        var robot = Robot(shelf: .full(2))
        let hold = Hold(reason: "wet", author: .zoe, at: 0)
        for id in [1001, 1002] { robot.shelf[id] = .sample(id).held(hold) }
        robot.press("7", "a", "H")
        let question = try #require(robot.desk.question)
        #expect(question.title == "Release 2 purchases")
        #expect(question.lines.map(\.text) == ["1001: wet", "1002: wet"])
    }

    @Test func aBulkActionSaysWhyTheyAreHeld() throws {
        var robot = Robot(shelf: .full(3))
        robot.shelf[1002] = .sample(1002).held(Hold(reason: "wet", author: .zoe, at: 0))
        robot.press("5", "a", "f")
        guard case .many(let plan)? = robot.desk.shipForm?.subject else {
            Issue.record("no form for many")
            return
        }
        #expect(plan.skippedLines == ["1 purchase: on hold (1002: wet)"])
    }
}

extension [Effect] {
    fileprivate var claims: [ClaimEffect] {
        compactMap { if case .claims(let effect) = $0 { effect } else { nil } }
    }
}
