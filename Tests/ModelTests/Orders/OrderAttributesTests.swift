import FoundationEssentials
import Model
import Testing

/// Orders as values by the document's names, and back into updates.
@Suite struct OrderAttributesTests {
    private static let address = ShippingAddress(
        fullName: "Ines Okafor", address1: "1 Quay", address2: nil, city: "Cork", state: "Munster",
        zipcode: "T12", countryCode: "IE")
    private static let name = LabelName(fingerprint: String(repeating: "3f", count: 16), size: "214 kB")

    private static func order(_ edit: (inout TixstockOrder) -> Void = { _ in }) -> TixstockOrder {
        var item = OrderItem(
            listingID: "9211231", generalAdmission: false, type: "Paper", section: "Block 12", row: "C",
            seat: "4")
        item.holder = TicketHolder(firstName: "Ines", lastName: "Okafor")
        var other = item
        other.seat = "5"
        other.holder = nil
        var order = TixstockOrder(
            id: PurchaseID("TX1"), placedAt: 1_586_122_200,
            customer: OrderCustomer(id: "C1", firstName: "Ines", lastName: "Okafor"),
            shippingAddress: address, items: [item, other], quantity: 2, currency: "GBP",
            grandTotal: 180, statusText: "approved")
        edit(&order)
        return order
    }

    private static func known(_ edit: (inout TixstockOrder) -> Void = { _ in }) -> Attributes {
        order(edit).attributes(mode: "Sandbox", label: nil)
    }

    private func update(
        _ sets: Attributes, _ known: Attributes = OrderAttributesTests.known()
    ) throws -> OrderUpdate {
        try OrderUpdate(setting: sets, on: known)
    }

    private func faults(_ sets: Attributes, _ known: Attributes = OrderAttributesTests.known()) -> [String] {
        do throws(AttributeFaults) {
            _ = try OrderUpdate(setting: sets, on: known)
            return []
        } catch {
            return error.all.map(\.attribute)
        }
    }

    @Test func anOrderIsToldByTheDocumentsNames() {
        let told = Self.order { $0.label = OrderLabel(url: "https://a.example/l") }
            .attributes(mode: "Sandbox", label: Self.name)
        #expect(told["order_status"] == "Approved")
        #expect(told["shipping_tracking_id"] == "")
        #expect(told["shipping_address.town"] == "Cork" && told["shipping_address.address_line_2"] == "")
        #expect(told["items[1].seat"] == "5" && told["items[0].customer.first_name"] == "Ines")
        #expect(told["items[1].customer.first_name"] == nil && told["items[0].customer.dob"] == nil)
        #expect(told["ticket_type"] == "Paper" && told["meta.mode"] == "Sandbox")
        #expect(told["datetime"] == "2020-04-05T21:30:00+0000")
        #expect(told["shipping_label"] == "https://a.example/l")
        #expect(told["shipping_label_raw"].flatMap { LabelName($0) } == Self.name)
        #expect(Self.known()["shipping_label_raw"] == nil)
        let known = Set(told.names)
        #expect(known.intersection(OrderAttribute.all(tickets: 2)).count > 20)
    }

    @Test func aWordThatIsNoneOfTheSevenIsToldAsItIs() {
        #expect(Self.known { $0.statusText = "Dreaming" }["order_status"] == "Dreaming")
    }

    @Test func aTrackingNumberLeavesWithTheWholeAddressAndNoStatus() throws {
        let update = try update([OrderAttribute.tracking: "1Z"])
        #expect(update.status == nil && update.tracking == .set("1Z"))
        #expect(update.address?.city == "Cork" && update.address?.countryCode == "IE")
        #expect(update.items.isEmpty && update.customer == nil)
    }

    @Test func whereTheAddressIsNotWholeTheStatusGoesAlong() throws {
        let known = Self.known { $0.shippingAddress?.zipcode = nil }
        let update = try update([OrderAttribute.tracking: "1Z"], known)
        #expect(update.status == .approved && update.address == nil)
        #expect(
            faults(
                [OrderAttribute.tracking: "1Z"],
                Self.known {
                    $0.shippingAddress = nil
                    $0.statusText = "Dreaming"
                }) == ["order_status"])
    }

    @Test func aNewStatusNeedsNoAddressAndTheSameOneDoes() throws {
        #expect(try update([OrderAttribute.status: "commissionable"]).address == nil)
        #expect(try update([OrderAttribute.status: "Approved"]).address != nil)
    }

    @Test func anEmptyTrackingNumberGoesOutAsNull() throws {
        #expect(try update([OrderAttribute.tracking: ""]).tracking == .clear)
        #expect(try update(["customer.contact_number": ""]).customer?.contactNumber == .clear)
        #expect(try update(["shipping_address.address_line_2": " "]).address?.address2 == "")
    }

    @Test func oneLineOfTheAddressTakesTheOthersAlong() throws {
        let address = try #require(try update(["shipping_address.town": "Cobh"]).address)
        #expect(address.city == "Cobh" && address.address1 == "1 Quay" && address.zipcode == "T12")
        #expect(faults(["shipping_address.town": ""]) == ["shipping_address.town"])
    }

    @Test func theCustomersIdGoesAlongWithTheCustomer() throws {
        let customer = try #require(try update(["customer.last_name": "Byrne"]).customer)
        #expect(customer.id == "C1" && customer.lastName == "Byrne" && customer.firstName == nil)
        #expect(faults(["customer.last_name": "B"], Self.known { $0.customer.id = nil }) == ["customer.id"])
        #expect(try update(["customer.dob": "1993-06-24"]).customer?.birthDate == PlainDate("1993-06-24"))
        #expect(faults(["customer.dob": "soon"]) == ["customer.dob"])
    }

    @Test func oneTicketTakesAllTicketsAlong() throws {
        let items = try update(["items[1].customer.first_name": "Aoife"]).items
        #expect(items.map(\.seat) == ["4", "5"] && items.map(\.row) == ["C", "C"])
        #expect(items.map(\.generalAdmission) == [false, false])
        #expect(items.map { $0.holder?.firstName } == ["Ines", "Aoife"])
        #expect(faults(["items[2].seat": "6"]) == ["items[2].seat"])
        #expect(try update(["items[0].price": "90.50"]).items[0].price == Decimal(string: "90.50"))
        #expect(faults(["items[0].price": "much"]) == ["items[0].price"])
        #expect(faults(["items[0].row": ""]) == ["items[0].row"])
    }

    @Test func whatTheDocumentDoesNotHaveIsRefused() {
        #expect(faults(["order_state": "Approved"]) == ["order_state"])
        #expect(faults(["meta.mode": "Production"]) == ["meta.mode"])
        #expect(faults(["order_status": "Shipped"]).contains("order_status"))
        #expect(faults(["ticket_type": ""]) == ["ticket_type"])
        #expect(faults(["datetime": "yesterday"]) == ["datetime"])
    }

    @Test func aLabelIsAnAddressOrAFile() throws {
        let file = try PDFFile(Data("%PDF-1.4 label %%EOF".utf8))
        let known = Self.known()
        #expect(try update(["shipping_label": "https://a.example/l"]).label == .url("https://a.example/l"))
        #expect(faults(["shipping_label": "here"]) == ["shipping_label"])
        let sets: Attributes = ["shipping_label_raw": Self.name.description]
        #expect(
            try OrderUpdate(setting: sets, on: known) { $0 == Self.name ? file : nil }.label == .pdf(file))
        let gone = #expect(throws: AttributeFaults.self) {
            try OrderUpdate(setting: sets, on: known) { _ in nil }
        }
        #expect(gone?.all.map(\.attribute) == ["shipping_label_raw"])
        #expect(faults(["shipping_label_raw": "/etc/passwd"]) == ["shipping_label_raw"])
        #expect(
            faults(["shipping_label_raw": Self.name.description, "shipping_label": "https://a.example/l"])
                == ["shipping_label_raw"])
    }

    @Test(arguments: [
        "../x.pdf (1 B)", "3F.pdf (1 B)", "3f.pdf", "\(String(repeating: "g", count: 32)).pdf (1 B)",
    ])
    func whatIsNoNameOfALabelIsNone(text: String) { #expect(LabelName(text) == nil) }

    @Test func valuesAreWrittenAsTheDocumentDoes() {
        let sets: Attributes = [
            "order_status": "sale-on-hold", "datetime": "2020-03-10T17:30:00-0400", "items[0].price": "90.00",
            "shipping_address.country": "ie", "shipping_tracking_id": "ab 1",
        ]
        #expect(
            OrderUpdate.canonical(sets) == [
                "order_status": "Sale on Hold", "datetime": "2020-03-10T21:30:00+0000",
                "items[0].price": "90", "shipping_address.country": "IE", "shipping_tracking_id": "ab 1",
            ])
        #expect(OrderUpdate.canonical(["order_status": "x"]) == ["order_status": "x"])
    }

    // MARK: As purchases

    private func purchase(
        known: Purchase? = nil, now: Int64 = 1_000, _ edit: (inout TixstockOrder) -> Void = { _ in }
    ) -> Purchase {
        let order = Self.order(edit)
        return order.purchase(
            attributes: order.attributes(mode: nil, label: nil), kind: ItemKind(itemID: 9), known: known,
            now: now)
    }

    @Test func anOrderIsAPurchaseOfOneItem() {
        let purchase = purchase()
        #expect(purchase.items == [PurchasedItem(num: 1, itemID: 9, quantity: 2)])
        #expect(purchase.purchaser == "Okafor, Ines" && purchase.purchasedAt == 1_586_122_200)
        #expect(purchase.ledger.isEmpty && purchase.cancelled.isEmpty && purchase.storeHold == nil)
        #expect(purchase.address == Self.address)
        #expect(Self.order().contents == "Paper, Block 12")
        #expect(self.purchase { $0.placedAt = nil }.purchasedAt == 0)
    }

    @Test func aShipmentKeepsTheTimeAtWhichItWasFirstSeen() {
        let shipped = purchase { $0.tracking = "1Z" }
        #expect(shipped.ledger.map(\.at) == [1_000] && shipped.ledger.map(\.quantity) == [2])
        let again = purchase(known: shipped, now: 2_000) { $0.tracking = "1z " }
        #expect(again.ledger.map(\.at) == [1_000])
        #expect(purchase(known: shipped, now: 2_000) { $0.tracking = "2Z" }.ledger.map(\.at) == [2_000])
        #expect(purchase { $0.statusText = "Commissionable" }.ledger.count == 1)
    }

    @Test(arguments: ["Rejected", "Cancelled", "Refunded"])
    func aDeadOrderHasNothingToShip(status: String) {
        let dead = purchase {
            $0.statusText = status
            $0.tracking = "1Z"
        }
        #expect(dead.ledger.isEmpty && Figures(dead).safe == 0)
        #expect(Standing(dead, figures: Figures(dead), marks: []).state == .nothing)
        #expect(purchase(known: dead, now: 9_000) { $0.statusText = status }.cancelled.map(\.at) == [1_000])
    }

    @Test(arguments: ["Pending Review", "Sale on Hold"])
    func anUndecidedOrderIsKeptBack(status: String) {
        #expect(purchase { $0.statusText = status }.storeHold?.hasPrefix(status) == true)
    }

    // MARK: Taking back

    @Test func takingBackSetsWhatWasThereBefore() throws {
        let rules = OrderRules()
        func undo(_ sets: Attributes, _ before: Attributes?) throws -> Attributes {
            try rules.undoing(purchase(), sets: sets, before: before, wish: ShippingWish())
        }
        #expect(
            try undo(["shipping_tracking_id": "1Z"], ["shipping_tracking_id": ""])
                == ["shipping_tracking_id": ""])
        #expect(
            try undo(["order_status": "Sale on Hold"], ["order_status": "Approved"])
                == ["order_status": "Approved"])
        // A label cannot be taken away; beside a number that can, it stays.
        #expect(throws: Refusal.self) {
            try undo(["shipping_label": "https://a.example"], ["shipping_label": ""])
        }
        #expect(
            try undo(
                ["shipping_label_raw": "x", "shipping_tracking_id": "1Z"], ["shipping_tracking_id": "0"])
                == ["shipping_tracking_id": "0"])
        #expect(throws: Refusal.self) { try undo(["ticket_type": "Paper"], ["ticket_type": ""]) }
        #expect(throws: Refusal.self) { try undo(["customer.dob": "1993-06-24"], nil) }
    }

    @Test func aChangeIsCheckedAgainstTheOrderAndItsStatus() {
        let rules = OrderRules()
        let open = purchase()
        #expect(throws: Never.self) { try rules.check(["shipping_tracking_id": "1Z"], on: open) }
        #expect(throws: Refusal.self) { try rules.check(["order_status": "Shipped"], on: open) }
        let closed = purchase { $0.statusText = "Refunded" }
        #expect(throws: Refusal.self) { try rules.check(["shipping_tracking_id": "1Z"], on: closed) }
    }
}
