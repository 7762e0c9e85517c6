import Model
import Testing

@Suite("What a look says of a change")
struct OutcomeTests {
    private let before: Attributes = ["order_status": "Approved", "shipping_tracking_id": ""]

    private func outcome(_ sets: Attributes, shown: Attributes) -> Outcome {
        Outcome(of: sets, before: before, shown: shown)
    }

    @Test("What was wanted, however it is written, is ours")
    func ours() {
        let sets: Attributes = ["shipping_tracking_id": "1Z 9"]
        #expect(outcome(sets, shown: ["shipping_tracking_id": " 1z 9 ", "order_status": "x"]) == .ours)
        // What was so before, and was set again, is as wanted.
        #expect(outcome(["order_status": "Approved"], shown: before) == .ours)
    }

    @Test("What did not change is as before, and a third value is somebody else's")
    func others() {
        let sets: Attributes = ["shipping_tracking_id": "1Z", "order_status": "Commissionable"]
        #expect(outcome(sets, shown: before) == .before)
        #expect(outcome(sets, shown: before.setting(["shipping_tracking_id": "2Y"])) == .another)
        // Half of it done is neither.
        #expect(outcome(sets, shown: before.setting(["shipping_tracking_id": "1Z"])) == .another)
    }

    @Test("What is not shown says nothing; what is shown of it decides")
    func untold() {
        #expect(outcome(["shipping_label": "x"], shown: before) == .untold)
        let sets: Attributes = ["shipping_label": "x", "shipping_tracking_id": "1Z"]
        #expect(outcome(sets, shown: ["shipping_tracking_id": "1Z"]) == .ours)
    }
}

@Suite("Values of orders and listings")
struct ValueRuleTests {
    private func order(_ attributes: Attributes) -> Purchase {
        var order = Purchase(
            id: PurchaseID("T1"), purchasedAt: 0, items: [PurchasedItem(num: 1, itemID: 1, quantity: 2)])
        order.attributes = attributes
        return order
    }

    private func refusal(_ body: () throws -> Void) -> String {
        do {
            try body()
            return ""
        } catch { return (error as? Refusal)?.sentence ?? "\(error)" }
    }

    @Test("An order is shipped by its tracking number or its status")
    func shippedOrders() {
        let rules = OrderRules()
        #expect(rules.isShipped(["order_status": "Approved", "shipping_tracking_id": "1Z"]))
        #expect(rules.isShipped(["order_status": "Commissionable"]))
        #expect(!rules.isShipped(["order_status": "Approved", "shipping_tracking_id": " "]))
        #expect(!rules.isShipped(["order_status": "Refunded", "shipping_tracking_id": "1Z"]))
    }

    @Test("Shipping an order needs a number or a status, and takes no date")
    func shippingOrders() throws {
        let approved = order(["order_status": "Approved", "shipping_tracking_id": ""])
        let rules = OrderRules()
        #expect(
            try rules.shipping(approved, as: ShippingWish(tracking: "1Z")) == ["shipping_tracking_id": "1Z"])
        #expect(refusal { _ = try rules.shipping(approved, as: ShippingWish()) }.contains("tracking number"))
        let dated = ShippingWish(tracking: "1Z", deliverBy: PlainDate("2026-12-01"))
        #expect(refusal { _ = try rules.shipping(approved, as: dated) }.contains("delivery date"))
    }

    @Test("A final order takes nothing more, and a final status says so beforehand")
    func finalOrders() {
        let rules = OrderRules()
        for status in ["Commissionable", "Rejected", "Cancelled", "Refunded"] {
            #expect(rules.whyClosed(order(["order_status": status])) != nil)
            #expect(rules.finality(of: ["order_status": status], on: order([:])) != nil)
        }
        #expect(rules.finality(of: ["order_status": "Approved"], on: order([:])) == nil)
        #expect(
            refusal { try rules.check(["order_status": "Gone"], on: order([:])) }.contains("Write one of"))
    }

    @Test("Taking back restores what was, and asks where that is not known")
    func undoingOrders() throws {
        let rules = OrderRules()
        let before: Attributes = ["shipping_tracking_id": "0X", "order_status": "Approved"]
        let sets: Attributes = ["shipping_tracking_id": "1Z"]
        let back = try rules.undoing(order([:]), sets: sets, before: before, wish: ShippingWish())
        #expect(back == ["shipping_tracking_id": "0X"])
        #expect(
            refusal { _ = try rules.undoing(order([:]), sets: sets, before: [:], wish: ShippingWish()) }
                .contains("not known"))
    }

    @Test("Tickets are in hand, or will be on a day")
    func listings() throws {
        let rules = ListingRules()
        let away = order(["in_hand": "false", "in_hand_on": "2026-12-01"])
        #expect(try rules.shipping(away, as: ShippingWish()) == ["in_hand": "true"])
        let dated = ShippingWish(deliverBy: PlainDate("2026-12-24"))
        let expected: Attributes = ["in_hand": "false", "in_hand_on": "2026-12-24"]
        #expect(try rules.shipping(away, as: dated) == expected)
        let numbered = ShippingWish(tracking: "1Z")
        #expect(refusal { _ = try rules.shipping(away, as: numbered) }.contains("no tracking number"))
        #expect(
            try rules.undoing(
                order(["in_hand": "true"]), sets: ["in_hand": "true"],
                before: ["in_hand": "false", "in_hand_on": "2026-12-01"], wish: ShippingWish())
                == ["in_hand": "false", "in_hand_on": "2026-12-01"])
    }

    @Test("Without a known day taking back asks for one")
    func undoingListings() throws {
        let rules = ListingRules()
        let here = order(["in_hand": "true"])
        let sets: Attributes = ["in_hand": "true"]
        #expect(
            refusal {
                _ = try rules.undoing(here, sets: sets, before: ["in_hand": "false"], wish: ShippingWish())
            }
            .contains("--deliver-by"))
        let wish = ShippingWish(deliverBy: PlainDate("2027-01-02"))
        #expect(
            try rules.undoing(here, sets: sets, before: [:], wish: wish)
                == ["in_hand": "false", "in_hand_on": "2027-01-02"])
    }
}
