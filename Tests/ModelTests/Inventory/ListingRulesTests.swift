import Model
import Testing

/// What ship, take back and change mean for a listing.
@Suite struct ListingRulesTests {
    private let rules = ListingRules()
    private static let day = "2027-01-31"
    private let awaited: Attributes = ["in_hand": "false", "in_hand_on": ListingRulesTests.day]

    @Test func shippingIsInHandAndWithADayIsNot() throws {
        #expect(try rules.shipping(listing(awaited), as: ShippingWish()) == ["in_hand": "true"])
        let later = ShippingWish(deliverBy: PlainDate("2027-02-01"))
        #expect(
            try rules.shipping(listing(awaited), as: later)
                == ["in_hand": "false", "in_hand_on": "2027-02-01"])
        #expect(throws: Refusal.self) { try rules.shipping(listing(["in_hand": "true"]), as: later) }
        #expect(throws: Refusal.self) {
            try rules.shipping(listing(awaited), as: ShippingWish(tracking: "1Z"))
        }
    }

    @Test func takingBackSetsTheDayThatWasKnown() throws {
        let sets: Attributes = ["in_hand": "true"]
        let now = listing(["in_hand": "true", "in_hand_on": Self.day])
        let back = try rules.undoing(now, sets: sets, before: ["in_hand": "false"], wish: ShippingWish())
        #expect(back == awaited)
        let given = ShippingWish(deliverBy: PlainDate("2027-03-01"))
        #expect(
            try rules.undoing(now, sets: sets, before: ["in_hand": "false"], wish: given)["in_hand_on"]
                == "2027-03-01")
        let unknown = listing(["in_hand": "true"])
        #expect(throws: Refusal.self) {
            try rules.undoing(unknown, sets: sets, before: ["in_hand": "false"], wish: ShippingWish())
        }
        #expect(try rules.undoing(unknown, sets: sets, before: nil, wish: given)["in_hand"] == "false")
        // What was marked elsewhere.
        #expect(try rules.undoing(now, sets: nil, before: nil, wish: ShippingWish()) == awaited)
    }

    @Test func takingBackOtherValuesLeavesTheHandAlone() throws {
        let now = listing(["in_hand": "true", "internal_notes": "new"])
        let back = try rules.undoing(
            now, sets: ["internal_notes": "new"], before: ["internal_notes": "old"], wish: ShippingWish())
        #expect(back == ["internal_notes": "old"])
        for before: Attributes in [[:], ["internal_notes": ""]] {
            #expect(throws: Refusal.self) {
                try rules.undoing(
                    now, sets: ["internal_notes": "new"], before: before, wish: ShippingWish())
            }
        }
    }

    @Test func aChangedQuantityIsAskedForTwice() {
        let now = listing(["in_hand": "true", "quantity": "2"])
        #expect(rules.finality(of: ["quantity": "2"], on: now) == nil)
        #expect(rules.finality(of: ["internal_notes": "x"], on: now) == nil)
        #expect(rules.finality(of: ["quantity": "3"], on: now)?.contains("anew") == true)
        #expect(rules.finality(of: ["quantity": "3"], on: listing([:])) != nil)
    }

    @Test func theRefusalNamesEveryAttribute() {
        #expect {
            try rules.check(["price": "-", "discount": "200"], on: listing(["in_hand": "true"]))
        } throws: { error in
            let words = (error as? Refusal)?.sentence ?? ""
            return words.contains("price: ") && words.contains("discount: ")
        }
    }

    private func listing(_ values: Attributes) -> Purchase {
        Purchase(listing: PurchaseID(5), values: values, kind: ItemKind(itemID: 77), shippedAt: nil)
    }
}
