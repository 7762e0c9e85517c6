import Model
import TestKit
import Testing

@testable import ViewModels

/// A robot in scan-to-ship whose outbox takes everything.
private struct Bench {
    var robot: Robot
    var submitted: [MarkRequest] = []
    var undone: [ActionID] = []
    var noted: [String] = []
    var bells = 0
    private var actions: Int64 = 0

    init(_ shelf: Shelf, _ surroundings: Surroundings = .bench) {
        robot = Robot(surroundings, shelf: shelf)
        robot.press("B")
        _ = robot.takeAsked()
    }

    var scan: ScanToShip {
        if case .scanToShip(let scan)? = robot.desk.top { scan } else { ScanToShip() }
    }
    var open: Int? { scan.parcel?.detail.purchase.id.number.map(Int.init) }
    var isTracking: Bool { if case .tracking = scan.stage { true } else { false } }
    var isCounting: Bool { if case .counting = scan.stage { true } else { false } }

    mutating func scans(_ texts: String..., answering: Bool = true) {
        for text in texts {
            robot.scan(text)
            if answering { work() }
        }
    }

    mutating func press(_ chords: Chord...) {
        for chord in chords {
            robot.press(chord)
            work()
        }
    }

    /// What the outbox does with what was asked for: marks are made and stand on the shelf.
    mutating func work() {
        for effect in robot.takeAsked() {
            switch effect {
            case .marks(.submit(let request)):
                submitted.append(request)
                robot.answer(.accepted(take(request)))
            case .marks(.undo(let action, _, _)):
                undone.append(action)
                robot.answer(.accepted(takeBack(action)))
            case .marks(.noteScan(_, let words, _)):
                noted.append(words)
                robot.answer(.done(""))
            case .app(.bell): bells += 1
            default: break
            }
        }
    }

    private mutating func take(_ request: MarkRequest) -> Accepted {
        actions += 1
        var made: [Mark] = []
        for line in request.lines {
            guard let id = line.key.purchase.number.map(Int.init), let detail = robot.shelf[id] else {
                continue
            }
            var mark = Mark.sample(
                actions * 100 + Int64(line.item ?? 0), action: actions, purchase: id, item: line.item ?? 1,
                quantity: line.quantity ?? 1)
            mark.tracking = request.tracking
            mark.verb = request.verb
            made.append(mark)
            robot.shelf[id] = detail.marked(mark)
        }
        return Accepted(action: ActionID(actions), marks: made)
    }

    private mutating func takeBack(_ action: ActionID) -> Accepted {
        actions += 1
        var made: [Mark] = []
        for detail in robot.shelf.details {
            for mark in detail.marks where mark.action == action {
                var undo = Mark.sample(
                    actions * 100, action: actions, purchase: Int(detail.purchase.id.number ?? 0),
                    item: mark.item, quantity: mark.quantity
                ).takingBack(.mark(mark.id))
                undo.action = ActionID(actions)
                made.append(undo)
                robot.shelf[Int(detail.purchase.id.number ?? 0)] = detail.marked(undo)
            }
        }
        return Accepted(action: ActionID(actions), marks: made)
    }
}

extension PurchaseDetail {
    fileprivate func marked(_ mark: Mark) -> PurchaseDetail {
        .sample(
            Int(purchase.id.number ?? 0), shirts: purchase.item(1)?.quantity ?? 0,
            mugs: purchase.item(2)?.quantity ?? 0, marks: marks + [mark])
    }
}

extension Surroundings {
    /// A bench whose shirts have a code and whose mugs have none.
    fileprivate static var verifying: Surroundings {
        var bench = Surroundings.bench
        var codes = ItemCodes()
        _ = codes.add("SHIRT-L", of: ItemKind(itemID: 1))
        _ = codes.add("CAP-RED", of: ItemKind(itemID: 9))
        bench.codes = [Store.gala.id: codes]
        bench.scanning.verifies = true
        return bench
    }
}

@Suite struct ScanToShipTests {
    private let number = "1Z999AA10123456784"

    @Test func twoScansAndNoKeyShipAnOrderWithAllThatIsSafe() {
        var bench = Bench(Shelf([.sample(1043, shirts: 2, mugs: 1), .sample(1044)]))
        bench.scans("1043")
        #expect(bench.open == 1043 && bench.isTracking)
        bench.scans(number)
        #expect(bench.submitted.count == 1)
        #expect(bench.submitted.first?.tracking == number)
        #expect(bench.submitted.first?.lines.map(\.quantity) == [2, 1])
        #expect(bench.scan.stage == .order)
        #expect(bench.scan.tally.shipped == 1)
        #expect(bench.scan.entries.first?.outcome == .shipped)
        #expect(bench.robot.desk.notice?.kind == .good)
    }

    @Test func aCodeOpensItsOrderToo() {
        var bench = Bench(.full(3))
        bench.scans("C1002")
        #expect(bench.open == 1002)
    }

    @Test func aHundredScansBackToBackAllCountThoughTheOutboxAnswersLate() {
        var bench = Bench(.full(50))
        var expected: [Int] = []
        for (place, id) in (1001...1050).enumerated() {
            expected.append(id)
            bench.scans("\(id)", "1Z999AA1012345\(1000 + place)", answering: false)
        }
        #expect(bench.scan.tally.scans == 100)
        while bench.scan.isBusy { bench.work() }
        #expect(bench.submitted.compactMap { $0.lines.first?.key.purchase.number }.map(Int.init) == expected)
        #expect(bench.scan.tally.shipped == 50)
        #expect(bench.scan.tally.refused == 0)
    }

    @Test(arguments: ["2", "3", "4", "5"]) func whatCannotOrShouldNotGoIsSaidLoudlyAndBlocks(_ id: String) {
        let hold = Hold(reason: "size?", author: .zoe, at: 0)
        var bench = Bench(
            Shelf([
                .sample(1), .sample(222).held(hold), .sample(333).aged(60), .sample(444).addressed(nil),
                .sample(555).gone(),
            ]))
        bench.scans(id + id + id)
        #expect(bench.scan.warning != nil)
        #expect(bench.bells > 0)
        bench.scans(number, "1")
        #expect(bench.submitted.isEmpty)
        #expect(bench.scan.warning != nil)
        #expect(bench.scan.entries.first?.outcome == .refused)
        bench.press("enter", "space")
        #expect(bench.scan.warning != nil)
    }

    @Test func aYoungOrderGoesOnceSomebodySaysYesByKeyOrBarcode() {
        for answer in ["y", "SHIPDESK:OK"] {
            var bench = Bench(Shelf([.sample(333).aged(60)]))
            bench.scans("333")
            if answer.count == 1 { bench.press(Chord(answer)) } else { bench.scans(answer) }
            #expect(bench.scan.warning == nil && bench.open == 333)
            bench.scans(number)
            #expect(bench.submitted.first?.evenIfYoung == true)
        }
    }

    @Test func anOrderWithoutAnAddressCanOnlyBeHandedOver() {
        var bench = Bench(Shelf([.sample(444).addressed(nil)]))
        bench.scans("444", "SHIPDESK:OK", "SHIPDESK:SHIP")
        #expect(bench.submitted.isEmpty)
        bench.scans("SHIPDESK:HANDOVER")
        #expect(bench.submitted.first?.verb == .handOver)
        #expect(bench.submitted.first?.tracking == nil)
    }

    @Test func anOrderWhereATrackingNumberIsExpectedIsAskedAboutFirst() {
        var bench = Bench(.full(3))
        bench.scans("1001", "1002")
        #expect(bench.open == 1001)
        #expect(bench.submitted.isEmpty)
        guard case .otherOrder("1002", _)? = bench.scan.warning else {
            Issue.record("\(String(describing: bench.scan.warning))")
            return
        }
        bench.press("y")
        #expect(bench.open == 1002)
        bench.scans(number)
        #expect(bench.submitted.first?.lines.first?.key.purchase == PurchaseID(1002))
    }

    @Test func theSameOrderTwiceChangesNothing() {
        var bench = Bench(.full(3))
        bench.scans("1001", "1001")
        #expect(bench.open == 1001 && bench.scan.warning == nil)
        #expect(bench.scan.complaint?.contains("open already") == true)
        bench.scans(number)
        #expect(bench.submitted.count == 1)
    }

    @Test func aNumberThatAnotherParcelHasIsAskedAbout() {
        var bench = Bench(.full(3))
        bench.scans("1001", number, "1002", number)
        #expect(bench.submitted.count == 1)
        #expect(bench.scan.warning == .usedTracking(number, PurchaseID(1001)))
        bench.scans("SHIPDESK:CANCEL", "1Z999AA10123456700")
        #expect(bench.submitted.last?.tracking == "1Z999AA10123456700")
    }

    @Test func aNumberThatWasTakenBackIsFreeAgain() {
        var bench = Bench(.full(3))
        bench.scans("1001", number, "SHIPDESK:UNDO", "1001", number)
        #expect(bench.undone == [ActionID(1)])
        #expect(bench.submitted.map(\.tracking) == [number, number])
        #expect(bench.scan.entries.map(\.outcome).filter { $0 == .takenBack }.count == 1)
    }

    @Test func whatLooksLikeNoTrackingNumberIsAskedAbout() {
        var bench = Bench(.full(3))
        bench.scans("1001", "hello")
        #expect(bench.scan.warning == .oddTracking("hello"))
        bench.press("y")
        #expect(bench.submitted.first?.tracking == "hello")
    }

    @Test func aTrackingNumberWithoutAnOrderShipsNothing() {
        var bench = Bench(.full(3))
        bench.scans("1001", number, number, "1Z999AA10000000000")
        #expect(bench.submitted.count == 1)
        #expect(bench.scan.tally.refused == 2)
        #expect(bench.scan.stage == .order)
    }

    @Test func anOrderShippedAlreadySaysByWhomAndStays() {
        var bench = Bench(.full(3))
        bench.scans("1001", number, "1001")
        guard case .blocked(_, let why)? = bench.scan.warning else {
            Issue.record("\(String(describing: bench.scan.warning))")
            return
        }
        #expect(why.contains("zoe at bench-3") && why.contains(number))
    }

    @Test func aStationThatOnlyReadsRefusesAndSaysWhy() {
        var surroundings = Surroundings.bench
        surroundings.isReadOnly = true
        var bench = Bench(.full(3), surroundings)
        bench.scans("1001", "SHIPDESK:OK", number)
        #expect(bench.submitted.isEmpty)
        #expect(bench.scan.entries.contains { $0.words.contains("stays here") })
    }

    @Test func theKeysOfAScanDoNothing() {
        var bench = Bench(.full(3))
        bench.scans("1001", number)
        bench.scans("qunfyov-+p:?1A")
        #expect(bench.undone.isEmpty && bench.submitted.count == 1)
        #expect(bench.robot.desk.stack.count == 1)
        #expect(bench.scan.tally.scans == 3)
    }

    @Test func whatTheOutboxRefusesIsLoudAndTheOrderStays() {
        var bench = Bench(.full(3))
        bench.scans("1001")
        bench.scans(number, answering: false)
        bench.robot.answer(.refused([.nothingSafe(PurchaseID(1001), item: 1)]))
        guard case .refused? = bench.scan.warning else {
            Issue.record("no warning")
            return
        }
        bench.press("y")
        #expect(bench.open == 1001 && bench.isTracking)
    }

    @Test func aMarkThatFailsLaterIsToldWhileTheNextOrderIsInHand() {
        var bench = Bench(.full(3))
        bench.scans("1001", number, "1002")
        var failed = Mark.sample(101, action: 1, purchase: 1001, state: .conflict)
        failed.reason = "Somebody was faster."
        bench.robot.shelf.outbox = [OutboxRow(mark: failed, storeName: "", itemName: "")]
        bench.robot.tell(.changed)
        bench.work()
        #expect(bench.scan.tally.failed == 1)
        #expect(bench.robot.desk.notice?.kind == .error)
        #expect(bench.open == 1002)
    }

    @Test func severalOrdersWithOneNumberAreAChoice() {
        var shelf = Shelf.full(3)
        shelf.details[0].purchase.confirmationCode = "muller"
        shelf.details[1].purchase.confirmationCode = "muller"
        var bench = Bench(shelf)
        bench.scans("muller", number)
        #expect(bench.submitted.isEmpty)
        bench.press("down", "y")
        #expect(bench.open == 1002)
    }

    @Test func aPartGoesIntoThisParcelAndTheRestIntoTheNext() {
        var bench = Bench(Shelf([.sample(1043, shirts: 2, mugs: 1)]))
        bench.scans("1043")
        bench.press("-", "-")
        bench.scans(number)
        #expect(bench.submitted.first?.lines.map(\.item) == [2])
        #expect(bench.open == 1043 && bench.isTracking)
        bench.scans("1Z999AA10123456799")
        #expect(bench.submitted.last?.lines.map(\.quantity) == [2])
        #expect(bench.scan.stage == .order)
    }

    @Test func escPutsAsideAndThenLeaves() {
        var bench = Bench(.full(3))
        bench.scans("1001")
        bench.press("esc")
        #expect(bench.open == nil && bench.robot.desk.stack.count == 1)
        bench.press("esc")
        #expect(bench.robot.desk.stack.isEmpty)
        #expect(bench.submitted.isEmpty)
    }
}

@Suite struct ScanToVerifyTests {
    private let number = "1Z999AA10123456784"

    @Test func everyItemIsScannedAsOftenAsItGoes() {
        var bench = Bench(Shelf([.sample(1043, shirts: 2)]), .verifying)
        bench.scans("1043", "SHIRT-L")
        #expect(bench.isCounting && bench.scan.parcel?.missing == 1)
        bench.scans(number)
        #expect(bench.submitted.isEmpty)
        #expect(bench.scan.complaint?.contains("1 item short") == true)
        bench.scans("SHIRT-L", number)
        #expect(bench.submitted.first?.lines.map(\.quantity) == [2])
    }

    @Test func wrongAndSurplusItemsAreLoudLoggedAndNotCounted() {
        var bench = Bench(Shelf([.sample(1043, shirts: 1, mugs: 1)]), .verifying)
        bench.scans("1043", "CAP-RED", "SHIRT-L", "SHIRT-L", "NOBODY")
        #expect(bench.scan.parcel?.counted == 1)
        #expect(bench.noted.count == 3)
        #expect(bench.noted.first?.contains("item 9") == true)
        #expect(bench.noted[1].contains("Shirt, L is complete"))
        #expect(bench.bells == 3)
        #expect(bench.scan.entries.count { $0.outcome == .refused } == 3)
    }

    @Test func whatHasNoCodeIsCountedByKeyAndWhatHasOneIsNot() {
        var bench = Bench(Shelf([.sample(1043, shirts: 1, mugs: 2)]), .verifying)
        bench.scans("1043")
        let codes = bench.robot.desk.surroundings.codes[Store.gala.id]
        #expect(bench.scan.shortWords(codes)?.contains("Mug") == true)
        bench.press("+")
        #expect(bench.scan.complaint?.contains("has a code") == true)
        bench.press("down", "+", "+")
        #expect(bench.scan.parcel?.counted == 2)
        bench.scans("SHIRT-L")
        #expect(bench.isTracking)
    }

    @Test func aPartIsShippedAsCounted() {
        var bench = Bench(Shelf([.sample(1043, shirts: 3)]), .verifying)
        bench.scans("1043", "SHIRT-L", "SHIPDESK:PART", number)
        #expect(bench.submitted.first?.lines.map(\.quantity) == [1])
        #expect(bench.isCounting && bench.scan.parcel?.missing == 2)
    }

    @Test func theCodeOfAnItemIsNoTrackingNumber() {
        var surroundings = Surroundings.verifying
        surroundings.scanning.verifies = false
        var bench = Bench(Shelf([.sample(1043)]), surroundings)
        bench.scans("1043", "SHIRT-L")
        #expect(bench.submitted.isEmpty && bench.isTracking)
        #expect(bench.scan.complaint?.contains("Shirt, L") == true)
    }
}
