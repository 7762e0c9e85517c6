import FoundationEssentials
import Model
import Testing

/// Changes and listings as values by the document's names.
@Suite struct InventoryAttributesTests {
    /// Every attribute of the document, as people write it and as it is written back.
    static let spellings: [(name: String, typed: String, written: String)] = [
        ("account_email", "desk@example.com", "desk@example.com"), ("cost", "12.50", "12.5"),
        ("discount", "40", "40"), ("eticket", "Yes", "true"),
        ("external_notes", "On the aisle", "On the aisle"),
        ("face_value", "120.00", "120"), ("format", "ETICKET", "Eticket"), ("in_hand", "TRUE", "true"),
        ("in_hand_on", " 2027-01-31", "2027-01-31"), ("instant_delivery", "no", "false"),
        ("internal_notes", "shelf 4", "shelf 4"), ("price", "1000000", "1000000"), ("quantity", "2", "2"),
        ("remote_id", "77", "77"), ("row", "AA", "AA"), ("section", "101", "101"),
        ("speculative", "false", "false"), ("split_type", "neverleaveone", "NEVERLEAVEONE"),
        ("split_override", "2, 4", "2,4"), ("taxed_cost", "0.10", "0.1"), ("type", "parking", "PARKING"),
        ("view_type", "possibly obstructed", "Possibly Obstructed"),
        ("wheelchair_accessible", "true", "true"),
    ]

    @Test(arguments: spellings)
    func everyAttributeIsReadAndWrittenInOneWay(name: String, typed: String, written: String) {
        let (change, faults) = InventoryChange.reading([name: typed])
        #expect(faults.isEmpty)
        #expect(change.attributes == [name: written])
        #expect(ListingRules().written([name: typed]) == [name: written])
        #expect(InventoryChange.reading([name: written]).change == change)
    }

    @Test func theTableIsAllOfTheDocument() {
        let fields = ListingRules().fields(of: listing(["quantity": "1"])).map(\.name)
        let seat = ["seat", "barcode", "primary_ticket_id", "verification_id"].map { "seats[0].\($0)" }
        #expect(Set(fields) == Set(Self.spellings.map(\.name) + seat))
        #expect(fields.count == Set(fields).count)
    }

    @Test(arguments: [
        ("price", "12abc"), ("price", "1e9"), ("price", "nan"), ("cost", "1,50"), ("quantity", "2.5"),
        ("remote_id", "x"), ("in_hand", "perhaps"), ("in_hand_on", "tomorrow"), ("in_hand_on", "2027-02-30"),
        ("format", "Pigeon"), ("split_override", "2;4"), ("split_override", "2,"), ("seats[0].barcode", "A"),
        ("seats[0].seat", "GA"), ("seats[0].colour", "red"), ("locked", "true"), ("id", "5"),
        ("external_notes", ""), ("row", "  "), ("seats[0].barcode", ""), ("price", ""),
    ])
    func whatCannotBeReadIsTheFaultOfItsAttribute(name: String, text: String) {
        let faults = InventoryChange.faults(in: [name: text], quantity: nil)
        let isSeat = name == "seats[0].barcode"
        #expect(faults.map(\.attribute).contains(isSeat && text == "A" ? "seats[0].seat" : name))
        #expect(faults.allSatisfy { $0.words.hasSuffix(".") })
        #expect(!faults.contains { $0.attribute == "inventory" })
    }

    @Test func severalFaultsAreToldAtOnce() {
        let faults = InventoryChange.faults(
            in: ["price": "2000000", "discount": "101", "in_hand": "false", "row": ""], quantity: 2)
        #expect(faults.map(\.attribute) == ["row", "discount", "price", "in_hand_on"])
    }

    @Test func seatsGoOutWholeAndInOrder() {
        let known: Attributes = [
            "in_hand": "true", "quantity": "2", "seats[0].seat": "11", "seats[0].barcode": "OLD",
            "seats[1].seat": "12",
        ]
        let sets = Attributes(["seats[1].barcode": "NEW"]).completed(for: known)
        let (change, faults) = InventoryChange.reading(sets)
        #expect(faults.isEmpty && change.faults(quantity: 2).isEmpty)
        #expect(change.seats == [.init(11, barcode: "OLD"), .init(12, barcode: "NEW")])
        #expect(change.inHand == true && change.inHandOn == nil)
    }

    @Test func aPatchAlwaysSaysWhetherItIsHere() {
        let notes: Attributes = ["internal_notes": "shelf 4"]
        let awaited: Attributes = ["in_hand": "false", "in_hand_on": "2027-01-31"]
        #expect(notes.completed(for: ["in_hand": "true", "in_hand_on": "2026-01-01"])["in_hand_on"] == nil)
        #expect(notes.completed(for: awaited) == notes.setting(awaited))
        #expect(faults(notes, on: awaited).isEmpty)
        #expect(faults(notes, on: [:]) == ["in_hand_on"])
        #expect(faults(notes, on: ["in_hand": "false"]) == ["in_hand_on"])
        #expect(faults(["in_hand_on": "2027-01-31"], on: [:]).isEmpty)
        #expect(faults(["seats[0].seat": "4"], on: ["in_hand": "true", "quantity": "2"]) == ["seats"])
    }

    @Test func aListingIsWrittenAsAChangeWouldBe() {
        var told = InventoryListing(id: 5)
        told.price = Decimal(string: "120.00")
        told.format = "ETICKET"
        told.viewType = "FULL"
        told.inHand = false
        told.inHandOn = PlainDate("2027-01-31")
        told.quantity = 2
        told.splits = [2, 4]
        told.eventName = "Harbour Lights"
        told.seats = [.init(seat: "11", barcode: "A1"), .init(seat: "GA")]
        let values = told.attributes
        #expect(values["price"] == "120" && values["format"] == "Eticket" && values["view_type"] == "Full")
        #expect(values["in_hand"] == "false" && values["in_hand_on"] == "2027-01-31")
        #expect(values["split_override"] == "2,4" && values["event.name"] == "Harbour Lights")
        #expect(values["seats[0].barcode"] == "A1" && values["seats[1].seat"] == "GA")
        #expect(values["row"] == nil && values["seats[1].barcode"] == nil)
    }

    @Test func whatAnAnswerLeavesOutStaysAsLastTold() {
        let known: Attributes = [
            "in_hand": "false", "in_hand_on": "2027-01-31", "cost": "80", "quantity": "2",
            "seats[0].seat": "1", "seats[1].seat": "2",
        ]
        let fresh: Attributes = ["in_hand": "true", "quantity": "2"]
        let now = known.told(fresh)
        #expect(now["in_hand"] == "true" && now["in_hand_on"] == "2027-01-31" && now["cost"] == "80")
        #expect(now["seats[1].seat"] == "2")
        // What was sent and got no answer may be there or not: only this answer's own word counts.
        #expect(known.told(fresh, doubtful: ["cost"])["cost"] == nil)
        // Other tickets: the seats of the old ones mean nothing any more.
        #expect(known.told(["quantity": "3"])["seats[0].seat"] == nil)
        #expect(known.told(["seats[0].seat": "9"])["seats[1].seat"] == nil)
    }

    @Test func aListingIsAPurchaseOfOneItem() {
        let values: Attributes = [
            "quantity": "4", "event.name": "Harbour Lights", "section": "101", "row": "A", "in_hand": "true",
        ]
        let kind = ItemKind(itemID: 77, variantID: 3)
        let purchase = Purchase(listing: PurchaseID(5), values: values, kind: kind, shippedAt: 900)
        #expect(purchase.items == [PurchasedItem(num: 1, itemID: 77, variantID: 3, quantity: 4)])
        #expect(purchase.ledger == [Fulfillment(item: 1, at: 900, quantity: 4)])
        #expect(purchase.purchasedAt == 0 && purchase.address == nil && purchase.attributes == values)
        #expect(values.listingName == ("Harbour Lights", "101, row A"))
        #expect(Attributes(["event.id": "77"]).listingName == ("event 77", ""))
    }

    private func listing(_ values: Attributes) -> Purchase {
        Purchase(
            listing: PurchaseID(5), values: values, kind: ItemKind(itemID: 77), shippedAt: nil)
    }

    private func faults(_ sets: Attributes, on values: Attributes) -> [String] {
        ListingRules().faults(sets, on: listing(values)).map(\.attribute)
    }
}
