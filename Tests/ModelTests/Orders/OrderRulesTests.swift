import FoundationEssentials
import Model
import Testing

@Suite struct OrderRulesTests {
    private static let address = ShippingAddress(
        address1: "1 Quay", city: "Cork", zipcode: "T12", countryCode: "IE")

    @Test func statusesAreReadAsPeopleTypeThem() {
        for status in OrderStatus.allCases {
            #expect(OrderStatus(typed: status.rawValue) == status)
            #expect(OrderStatus(typed: status.rawValue.uppercased().replacing(" ", with: "-")) == status)
        }
        #expect(OrderStatus(typed: "shipped") == nil)
        #expect(
            OrderStatus.allCases.filter(\.isFinal) == [.commissionable, .rejected, .cancelled, .refunded])
        #expect(OrderStatus.allCases.filter(\.isDead) == [.rejected, .cancelled, .refunded])
        #expect(OrderStatus.allCases.filter(\.isWaiting) == [.pendingReview, .saleOnHold])
    }

    @Test func aStatusOrAWholeAddressIsNeeded() {
        #expect(names(OrderUpdate(tracking: .set("1Z"))) == ["order_status"])
        #expect(names(OrderUpdate(status: .approved)) == [])
        #expect(names(OrderUpdate(address: Self.address)) == [])
        #expect(names(OrderUpdate(address: ShippingAddress(fullName: "Z"))).count == 4)
    }

    @Test(
        arguments: [
            (\ShippingAddress.address1, "", "shipping_address.address_line_1"),
            (\.city, " ", "shipping_address.town"),
            (\.zipcode, nil, "shipping_address.postcode"), (\.countryCode, "IRL", "shipping_address.country"),
            (\.countryCode, "Ⅰx", "shipping_address.country"),
            (\.countryCode, nil, "shipping_address.country"),
        ] as [(any WritableKeyPath<ShippingAddress, String?> & Sendable, String?, String)])
    func anAddressNeedsItsParts(
        part: any WritableKeyPath<ShippingAddress, String?> & Sendable, text: String?, name: String
    ) {
        var address = Self.address
        address[keyPath: part] = text
        #expect(names(OrderUpdate(address: address)) == [name])
        #expect(!OrderUpdate.takes(address))
        #expect(OrderUpdate.takes(Self.address))
    }

    @Test func nothingBlankAndNoHalfAddressesGo() {
        var update = OrderUpdate(status: .approved, tracking: .set("  "))
        update.ticketType = ""
        update.customer = .init(id: "")
        update.customer?.email = "ines"
        update.customer?.contactNumber = .set("")
        update.label = .url("labels.example.com")
        #expect(
            names(update) == [
                "ticket_type", "shipping_tracking_id", "customer.id", "customer.contact_number",
                "customer.email_address", "shipping_label",
            ])
        #expect(update.faults().allSatisfy { !$0.words.isEmpty && $0.words.hasSuffix(".") })
    }

    @Test func ticketsAreAsManyAsTheOrderHas() {
        var update = OrderUpdate(status: .approved)
        var item = OrderUpdate.Item(generalAdmission: false)
        item.row = ""
        item.price = -1
        item.holder = TicketHolder(firstName: " ")
        item.holder?.email = "a@b"
        update.items = [OrderUpdate.Item(generalAdmission: true), item]
        #expect(
            names(update) == [
                "items[1].row", "items[1].price", "items[1].customer.first_name",
                "items[1].customer.email_address",
            ])
        #expect(update.faults(quantity: 3).first?.attribute == "items")
        #expect(update.faults(quantity: 2).first?.attribute == "items[1].row")
    }

    @Test(arguments: ["https://a.example/x.pdf?a=1", "http://a.example", "HTTPS://1.example"])
    func labelsHaveWebAddresses(text: String) {
        var update = OrderUpdate(status: .approved)
        update.label = .url(text)
        #expect(names(update) == [])
    }

    @Test(arguments: ["", "https://", "ftp://a.example", "https://a b", "javascript://a", "https:///x"])
    func otherTextsAreNone(text: String) {
        var update = OrderUpdate(status: .approved)
        update.label = .url(text)
        #expect(names(update) == ["shipping_label"])
    }

    @Test(arguments: [
        ("", "empty"), ("hello", "no PDF"), ("PDF-1.4 %%EOF", "no PDF"), ("%PDF-1.4 half", "cut off"),
    ])
    func whatIsNoPDFIsRefused(text: String, words: String) {
        let fault = #expect(throws: AttributeFault.self) { try PDFFile(Data(text.utf8)) }
        #expect(fault?.words.contains(words) == true)
        #expect(fault?.attribute == "shipping_label_raw")
    }

    @Test(arguments: [(20, "20 B"), (2_499, "2 kB"), (214_000, "214 kB"), (1_240_000, "1.2 MB")])
    func aPDFTellsItsSize(count: Int, text: String) throws {
        let filling = String(repeating: "x", count: count - 10)
        #expect(try PDFFile(Data("%PDF-\(filling)%%EOF".utf8)).sizeText == text)
    }

    private func names(_ update: OrderUpdate) -> [String] { update.faults().map(\.attribute) }
}
