import APIs
import FoundationEssentials
import Model
import Testing

@Suite struct OrderReadingTests {
    /// In the form of the document's own sample.
    static let sample = #"""
        {"data": {"id": "234234324", "date": "2020-04-05T21:30:00+0000",
          "customer": {"id": "123", "first_name": "Walter", "last_name": "Smith",
            "email_address": "walter.smith@example.com", "contact_number": "+441234567890",
            "billing_address": {"address_line_1": "2 Bank St", "address_line_2": "", "town": "Leeds",
              "county": "", "postcode": "LS1 1AA", "country_code": "GB"},
            "shipping_address": {"address_line_1": "1st Floor 49 Peter Street", "address_line_2": "",
              "town": "Manchester", "county": "Greater Manchester", "postcode": "M2 3NG", "country_code": "GB"}},
          "items": [{"listing_id": "9211231", "general_admission": "true", "type": "Paper", "section": "",
            "row": "", "file": [], "customer": {"first_name": "Walter", "last_name": "Smith",
              "email_address": "", "dob": "1993-06-24", "national_id": "NI23221245",
              "contact_number": "+441234567890", "address": "49 Peter Street, Manchester",
              "nationality": "British", "birth_place": "Manchester", "birth_country": "United Kingdom"}}],
          "quantity": 1, "currency": "GBP", "sub_total": "90.00", "grand_total": "90.50", "status": "Rejected",
          "shipping_tracking_id": null, "shipping_label": "", "shipping_label_raw": ""},
         "meta": {"type": "partner.order.update", "mode": "Sandbox", "request_id": "01e7595xa9m41ptjqw3c2gd1nw"},
         "message": "The order has been successfully updated."}
        """#

    @Test func theDocumentsSampleIsRead() async throws {
        let reply = try await read(Self.sample)
        #expect(reply.mode == .sandbox)
        #expect(reply.requestID == "01e7595xa9m41ptjqw3c2gd1nw")
        #expect(reply.message == "The order has been successfully updated.")
        let order = reply.order
        #expect(order.id == PurchaseID("234234324"))
        #expect(order.placedAt == 1_586_122_200)
        #expect(order.customer.id == "123")
        #expect(order.customer.email == "walter.smith@example.com")
        #expect(
            order.shippingAddress
                == ShippingAddress(
                    fullName: "Walter Smith", address1: "1st Floor 49 Peter Street", address2: "",
                    city: "Manchester", state: "Greater Manchester", zipcode: "M2 3NG", countryCode: "GB"))
        #expect(order.billingAddress?.city == "Leeds")
        #expect(order.quantity == 1)
        #expect(order.currency == "GBP")
        #expect(order.subTotal == 90)
        #expect(order.grandTotal == Decimal(string: "90.5"))
        #expect(order.status == .rejected)
        #expect(order.tracking == nil)
        #expect(order.label == nil)
        let item = try #require(order.items.first)
        #expect(item.listingID == "9211231")
        #expect(item.generalAdmission == true)
        #expect(item.type == "Paper")
        #expect(item.section == nil)
        #expect(item.holder?.birthDate == PlainDate("1993-06-24"))
        #expect(item.holder?.birthCountry == "United Kingdom")
        #expect(item.holder?.email == nil)
    }

    @Test(
        arguments: [
            ("2020-04-05T21:30:00Z", 1_586_122_200), ("2020-04-05T21:30:00+00:00", 1_586_122_200),
            ("2020-03-10T17:30:00-0400", 1_583_875_800), ("2020-04-05T21:30:00.123+0100", 1_586_118_600),
            ("2020-04-05T21:30:00", nil), ("2020-04-05", nil), ("yesterday", nil),
            ("2020-02-30T00:00:00Z", nil),
            ("2020-04-05T25:30:00Z", nil),
        ] as [(String, Int64?)])
    func momentsAreReadWithTheirZones(text: String, seconds: Int64?) async throws {
        let body = Self.sample.replacing("2020-04-05T21:30:00+0000", with: text)
        #expect(try await read(body).order.placedAt == seconds)
    }

    @Test func aLabelComesAsAnAddressOrAsAFile() async throws {
        let pdf = Data("%PDF-1.4 a label %%EOF".utf8)
        let file = Self.sample.replacing(
            "\"shipping_label_raw\": \"\"", with: "\"shipping_label_raw\": \"\(pdf.base64EncodedString())\"")
        let label = try await read(file).order.label
        #expect(label?.pdf?.bytes == pdf)
        #expect(label?.isUnreadable == false)
        let broken = Self.sample.replacing(
            "\"shipping_label_raw\": \"\"", with: "\"shipping_label_raw\": \"bm8gUERG\"")
        #expect(try await read(broken).order.label == OrderLabel(isUnreadable: true))
        let address = Self.sample.replacing(
            "\"shipping_label\": \"\"", with: "\"shipping_label\": \"https://labels.example.com/1\"")
        #expect(try await read(address).order.label?.url == "https://labels.example.com/1")
    }

    @Test func numbersAsTextAndAnUnknownStatusAreKept() async throws {
        let body =
            #"{"data": {"id": 7, "quantity": "2", "status": "Lost at Sea", "customer": [], "items": null},"#
            + #""meta": {"mode": "Staging"}}"#
        guard case .lost = await ScriptedDoor(body: body).tixstock().order("7").failure else {
            Issue.record("a customer that is a list was read")
            return
        }
        let reply = try await read(body.replacing("\"customer\": [],", with: ""))
        #expect(reply.order.quantity == 2)
        #expect(reply.order.status == nil)
        #expect(reply.order.statusText == "Lost at Sea")
        #expect(reply.mode == .other("Staging"))
        #expect(reply.mode?.word == "Staging")
    }

    @Test(arguments: [
        "{}", #"{"data": []}"#, #"{"data": {"id": "", "status": "Approved"}}"#, #"{"data": {"id": "1"}}"#,
    ])
    func anAnswerWithoutAnOrderIsAFailure(body: String) async {
        guard case .lost(_, answered: true) = await ScriptedDoor(body: body).tixstock().order("1").failure
        else {
            Issue.record("\(body) was read as an order")
            return
        }
    }

    @Test func theIdStandsInThePathAndNowhereElse() async throws {
        let door = ScriptedDoor(body: Self.sample)
        _ = await door.tixstock().order("A/1 ?é")
        let call = try #require(door.calls.first)
        #expect(call.verb == .get)
        #expect(call.url == "http://127.0.0.1:1/v1/orders/get/A%2F1%20%3F%C3%A9")
        #expect(call.headers == [HTTPHeader("Authorization", "Bearer token-1")])
        for id in ["", " ", ".", ".."] {
            guard case .named = await door.tixstock().order(id).failure else {
                Issue.record("\(id) was asked for")
                continue
            }
        }
        #expect(door.calls.count == 1)
    }

    @Test func anOrderIsNamedAsItWasAskedFor() async throws {
        // The partner asks by an id of its own; the answer may tell Tixstock's.
        let client = ScriptedDoor(body: Self.sample).tixstock()
        #expect(try await client.order("TX-4").result.get().order.id == PurchaseID("TX-4"))
        let lower = Self.sample.replacing("234234324", with: "tx-4")
        let other = ScriptedDoor(body: lower).tixstock()
        #expect(try await other.order("TX-4").result.get().order.id == PurchaseID("tx-4"))
    }

    private func read(_ body: String) async throws -> TixstockReply {
        try await ScriptedDoor(body: body).tixstock().order("234234324").result.get()
    }
}
