import Model
import TestKit
import Testing
import ViewModels

@Suite struct DetailTests {
    private func lines(_ detail: PurchaseDetail) -> [DetailLine] {
        DetailScreen(detail.key, detail: detail).lines(.sunday)
    }

    @Test func theAddressIsALabelWithWhatIsOddOrMissing() {
        let address = ShippingAddress(fullName: "O'Neil", address1: "Long Lane", city: "York")
        let all = lines(.sample(1).addressed(address))
        #expect(all.contains(.address("Long Lane")))
        #expect(all.contains(.addressFlag("The street has no number.")))
        #expect(all.contains(.addressFlag("There is no zip code.")))
        #expect(lines(.sample(1).addressed(nil)).contains(.addressFlag("No address was entered.")))
        #expect(lines(.sample(1)).allSatisfy { if case .addressFlag = $0 { false } else { true } })
    }

    @Test func anEntryOfOursIsShownOnceWithItsMaker() {
        let entry = Fulfillment(item: 1, at: 1_795_300_000, quantity: 1, tracking: "1Z1", address: .munich)
        let marks: [Mark] = [.sample(1).claiming(entryKeys(of: [entry])[0]), .sample(2, state: .unknown)]
        let steps = lines(.sample(1043, shirts: 4, ledger: [entry], marks: marks)).compactMap {
            if case .entry(let step) = $0 { step } else { nil }
        }
        #expect(steps.map(\.state) == [.confirmed, .unknown])
        #expect(steps.map(\.author) == [.zoe, .zoe])
    }

    @Test func whatAStoreCannotDoIsSaidInItsPurchases() {
        let entry = Fulfillment(item: 1, at: 1_795_300_000, quantity: 1)
        var ofRun = PurchaseDetail.sample(1043, ledger: [entry]).addressed(nil).inStore(.run)
        ofRun.addressSource = .nowhere
        let kept = lines(ofRun)
        #expect(kept.contains(.fact(label: "Address", value: "no address in this API")))
        ofRun.addressSource = .refused
        #expect(
            lines(ofRun).contains(
                .fact(label: "Address", value: "no address: these credentials may not read it")))
        let found = lines(ofRun.addressed(.munich))
        #expect(found.contains(.fact(label: "Address", value: "as in the buyer's account")))
        #expect(found.contains(.heading("Address")))
        #expect(kept.contains(.heading("Shipments, kept on this box")))
        #expect(lines(.sample(1043, ledger: [entry])).contains(.heading("Shipments")))
    }

    @Test func nextAndPreviousFollowTheList() {
        var robot = Robot(shelf: .full(30))
        robot.press("enter", "n")
        #expect(robot.desk.openPurchase == 1002)
        #expect(robot.list.currentID == 1002)
        robot.press("N", "N")
        #expect(robot.desk.openPurchase == 1001)
        for id in 1002...1021 {
            robot.press("n")
            #expect(robot.desk.openPurchase == id)
        }
        robot.press("q")
        #expect(robot.list.currentID == 1021)
    }

    @Test func ofSeveralTransfersAPersonChooses() {
        var robot = Robot(shelf: .full(30))
        robot.shelf[1001]?.purchase.items[0].transferredTo = [1020, 1021].map {
            Transfer(purchase: PurchaseID($0), item: 1, quantity: 1)
        }
        robot.press("enter", "t")
        #expect(robot.desk.transfers?.transfers.map(\.purchase) == [PurchaseID(1020), PurchaseID(1021)])
        robot.press("esc")
        #expect(robot.desk.openPurchase == 1001)
        robot.press("t", "j", "enter")
        #expect(robot.desk.openPurchase == 1021)
    }

    @Test func aTransferIsFollowedAndATrackingNumberCopied() {
        var robot = Robot(shelf: .full(30))
        let away = Transfer(purchase: PurchaseID(1020), item: 1, quantity: 1)
        robot.shelf[1001]?.purchase.items[0].transferredTo = [away]
        robot.shelf[1020] = .sample(1020, marks: [.sample(1, purchase: 1020)])
        robot.press("enter", "t")
        #expect(robot.desk.openPurchase == 1020)
        _ = robot.takeAsked()
        robot.press("y")
        #expect(robot.takeAsked() == [.app(.copy("1Z1"))])
    }

    @Test func theFooterOffersWhatThisPurchaseNeeds() {
        var robot = Robot(shelf: .full(3))
        robot.press("enter")
        #expect(!robot.desk.footer.contains { $0.label == "follow" || $0.label == "take note" })
        let away = Transfer(purchase: PurchaseID(1002), item: 1, quantity: 1)
        robot.shelf[1001]?.purchase.items[0].transferredTo = [away]
        robot.shelf[1001]?.hold = Hold(reason: "asked by mail", author: .zoe, at: 0)
        robot.tell(.changed)
        #expect(robot.desk.footer.contains { $0.label == "follow" })
        #expect(robot.desk.footer.contains { $0.label == "release" })
    }

    @Test func alarmsAreTakenNoteOfWithAYes() {
        var robot = Robot(shelf: .full(3))
        robot.press("enter", "x")
        #expect(robot.desk.notice?.text == "There is no alarm to take note of.")
        robot.shelf[1001]?.alarms = [Alarm(reason: .landedLate, words: "One too many.")]
        robot.tell(.changed)
        _ = robot.takeAsked()
        robot.press("x", "y")
        let key = PurchaseKey(store: StoreID(1), purchase: PurchaseID(1001))
        #expect(robot.takeAsked() == [.marks(.takeNote(key, .zoe))])
    }

    @Test func aPurchaseThatIsGoneFromTheCacheSaysSo() {
        var robot = Robot(shelf: .full(3))
        robot.press("enter")
        robot.shelf[1001] = nil
        robot.tell(.changed)
        robot.press("f")
        #expect(robot.desk.notice?.text == "It is not in the cache.")
    }

    @Test func theCarriersPageIsCopiedAndTheNextOnesWithTheNextPress() {
        var robot = Robot(shelf: .full(1))
        robot.press("enter", "Y")
        #expect(robot.desk.notice?.text == "It has no tracking number.")
        robot.shelf[1001]?.purchase.ledger = [Fulfillment(item: 1, at: 5, quantity: 1, tracking: "My van")]
        robot.tell(.changed)
        robot.press("Y")
        #expect(robot.desk.notice?.text == "No carrier's page is known for My van.")
        robot.shelf[1001]?.purchase.ledger[0].tracking = "9261290336128704042634"
        robot.tell(.changed)
        _ = robot.takeAsked()
        robot.press("Y", "Y", "Y")
        let copied = robot.takeAsked().compactMap { effect -> String? in
            if case .app(.copy(let text)) = effect { text } else { nil }
        }
        #expect(copied.count == 3 && copied[0] == copied[2] && copied[0] != copied[1])
        #expect(copied.allSatisfy { $0.hasPrefix("https://") && $0.hasSuffix("9261290336128704042634") })
        #expect(robot.desk.notice?.text.contains("USPS") == true)
    }

    @Test func itsLogIsItsOwn() {
        var robot = Robot(shelf: .full(3))
        robot.press("enter", "L")
        #expect(robot.desk.log?.purchase?.purchase == PurchaseID(1001))
        #expect(robot.desk.log?.title == "Log of purchase 1001")
    }
}
