import APIs
import FoundationEssentials
import Model
import Testing

@Suite struct OrderUpdateTests {
    private static let address = ShippingAddress(
        fullName: "Zoë Q", address1: "1 Quay", address2: "", city: "Cork", state: "Munster", zipcode: "T12",
        countryCode: "IE")

    @Test func anUpdateCarriesWhatChangesAndNothingElse() async throws {
        #expect(try await sent(OrderUpdate(status: .approved)) == #"{"order_status":"Approved"}"#)
        #expect(
            try await sent(OrderUpdate(address: Self.address, tracking: .set("1Z9")))
                == #"{"shipping_address":{"address_line_1":"1 Quay","address_line_2":"","country":"IE","#
                + #""postcode":"T12","town":"Cork"},"shipping_tracking_id":"1Z9"}"#)
        #expect(
            try await sent(OrderUpdate(status: .saleOnHold, tracking: .clear))
                == #"{"order_status":"Sale on Hold","shipping_tracking_id":null}"#)
    }

    @Test func everyAttributeOfTheDocumentCanGo() async throws {
        var update = OrderUpdate(status: .pendingReview)
        update.ticketType = "Paper"
        update.placedAt = 1_583_875_800
        var customer = OrderUpdate.Customer(id: "9")
        customer.firstName = "Ines"
        customer.lastName = "Okafor"
        customer.email = "ines@example.com"
        customer.birthDate = PlainDate("1993-06-24")
        customer.contactNumber = .clear
        update.customer = customer
        var item = OrderUpdate.Item(generalAdmission: false)
        item.row = "B"
        item.seat = "12"
        item.price = Decimal(string: "90.10")
        var holder = TicketHolder(firstName: "Ines", lastName: "Okafor")
        holder.email = "ines@example.com"
        holder.birthDate = PlainDate("1993-06-24")
        holder.nationalID = "X1"
        holder.contactNumber = "555"
        holder.address = "1 Quay, Cork"
        holder.nationality = "Irish"
        holder.birthPlace = "Cork"
        holder.birthCountry = "Ireland"
        item.holder = holder
        update.items = [item]
        update.label = .url("https://labels.example.com/1?a=b")
        #expect(
            try await sent(update)
                == #"{"customer":{"contact_number":null,"dob":"1993-06-24","email_address":"ines@example.com","#
                + #""first_name":"Ines","id":"9","last_name":"Okafor"},"datetime":"2020-03-10T21:30:00+0000","#
                + #""items":[{"customer":{"address":"1 Quay, Cork","birth_country":"Ireland","birth_place":"Cork","#
                + #""contact_number":"555","dob":"1993-06-24","email_address":"ines@example.com","first_name":"Ines","#
                + #""last_name":"Okafor","national_id":"X1","nationality":"Irish"},"general_admission":false,"#
                + #""price":90.1,"row":"B","seat":"12"}],"order_status":"Pending Review","#
                + #""shipping_label":"https://labels.example.com/1?a=b","ticket_type":"Paper"}"#)
    }

    @Test func aLabelsFileGoesAsBase64() async throws {
        let pdf = try PDFFile(Data("%PDF-1.4 a label %%EOF".utf8))
        var update = OrderUpdate(status: .approved)
        update.label = .pdf(pdf)
        #expect(
            try await sent(update)
                == "{\"order_status\":\"Approved\",\"shipping_label_raw\":\"\(pdf.bytes.base64EncodedString())\"}"
        )
    }

    @Test func theVerbIsASetting() async throws {
        for (choice, verb) in zip(TixstockOptions.UpdateVerb.allCases, [HTTPCall.Verb.post, .put, .patch]) {
            let door = ScriptedDoor(body: OrderReadingTests.sample)
            var options = TixstockOptions()
            options.updateVerb = choice
            let reply = await door.tixstock(options).update(PurchaseID("5"), OrderUpdate(status: .approved))
            #expect(reply.value?.order.status == .rejected)
            #expect(door.calls.map(\.verb) == [verb])
            #expect(door.calls.first?.url == "http://127.0.0.1:1/v1/orders/update/5")
            #expect(
                door.calls.first?.headers == [
                    HTTPHeader("Authorization", "Bearer token-1"),
                    HTTPHeader("Content-Type", "application/json"),
                ])
        }
        #expect(TixstockOptions().updateVerb == .post)
    }

    @Test func whatTheDocumentWouldRefuseDoesNotLeave() async {
        let door = ScriptedDoor(body: OrderReadingTests.sample)
        let failure = await door.tixstock().update(PurchaseID("5"), OrderUpdate(tracking: .set("1Z"))).failure
        guard case .named(let words, code: nil) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(words.hasPrefix("order_status: "))
        #expect(door.calls.isEmpty)
    }

    static let failures: [(Int, String, CallFailure)] = [
        (404, errors(404, "No such order"), .named(words: "No such order", code: 404)),
        (200, errors(404, "No such order"), .named(words: "No such order", code: 404)),
        (
            200,
            #"{"data":[],"meta":{},"errors":["The id field is required.","The town field is required."]}"#,
            .named(words: "The id field is required. The town field is required.", code: nil)
        ),
        (
            422, #"{"errors":["The id field is required."]}"#,
            .named(words: "The id field is required.", code: nil)
        ),
        (
            200, errors(405, "Method"),
            .named(words: "Method This server wants another verb for updates: set update_method.", code: 405)
        ),
        (200, errors(100, "No token"), .refused(words: "No token")),
        (400, errors(103, "Invalid IP"), .refused(words: "Invalid IP")),
        (200, errors(401, "No"), .refused(words: "No")),
        (403, "", .refused(words: "The server answered 403 without saying why.")),
        (200, errors(429, "Slow"), .throttled(retryAfter: 60, words: "Slow")),
        (200, errors(107, "Retry"), .lost(words: "Retry", answered: true)),
        (200, errors(503, "Maintenance"), .lost(words: "Maintenance", answered: true)),
        (200, errors(999, "What"), .lost(words: "What", answered: true)),
        (400, errors(999, "What"), .named(words: "What", code: 999)),
        (500, errors(500, "Broken"), .lost(words: "Broken", answered: true)),
        (504, "<html>", .lost(words: "The server answered 504 without saying why.", answered: false)),
        (302, "", .refused(words: "The server sends us elsewhere (302): check base_url.")),
    ]

    @Test(arguments: failures)
    func everyErrorIsToldForWhatItIs(status: Int, body: String, failure: CallFailure) async {
        let door = ScriptedDoor(status: status, body: body)
        let answer = await door.tixstock().update(PurchaseID("5"), OrderUpdate(status: .approved))
        #expect(answer.failure == failure)
    }

    @Test func anEmptyErrorIsNoneAndOneBesideAnOrderIsDoubt() async {
        let order = OrderReadingTests.sample.dropLast()
        let fine = ScriptedDoor(body: order + #", "errors": []}"#)
        #expect(await fine.tixstock().order("1").value != nil)
        let doubt = ScriptedDoor(body: order + #", "errors": ["No."]}"#)
        guard case .lost(_, answered: true) = await doubt.tixstock().order("1").failure else {
            Issue.record("an error beside an order")
            return
        }
    }

    @Test func wordsAboutACustomerAndTheTokenAreHidden() async {
        let door = ScriptedDoor(status: 400, body: #"{"errors":["1 Quay, Cork is unknown to token-1"]}"#)
        let update = OrderUpdate(address: Self.address)
        #expect(
            await door.tixstock().update(PurchaseID("5"), update).failure
                == .named(words: "…, … is unknown to …", code: nil))
        var dumped = ""
        dump(TixstockToken("token-1"), to: &dumped)
        #expect(!"\(dumped)\(TixstockToken("token-1"))".contains("token-1"))
    }

    private static func errors(_ code: Int, _ title: String) -> String {
        #"{"data":[],"meta":{},"errors":{"title":"\#(title)","code":"\#(code)"}}"#
    }

    private func sent(_ update: OrderUpdate) async throws -> String {
        let door = ScriptedDoor(body: OrderReadingTests.sample)
        #expect(await door.tixstock().update(PurchaseID("5"), update).value != nil)
        return String(decoding: try #require(door.calls.first?.body), as: UTF8.self)
    }
}
