import FoundationEssentials
import Model
import Testing

@testable import APIs

@Suite struct FulfillmentTests {
    private let sample = FulfillmentRequest([
        PurchaseFulfillments(
            id: PurchaseID(43),
            lines: [
                FulfillmentLine(
                    item: 3, quantity: 1, deliverBy: PlainDate("2022-09-06"), tracking: "ABC123",
                    address: millStreet),
                FulfillmentLine(item: 4, quantity: 1),
            ]),
        PurchaseFulfillments(id: PurchaseID(44), lines: [FulfillmentLine(item: 1, quantity: -1)]),
    ])

    @Test func theDocumentsSampleIsSentWithEveryNull() async throws {
        let door = ScriptedDoor(body: Samples.fulfillmentReply)
        _ = await door.client().fulfill(sample)
        let sent = try part(of: try #require(door.calls.first))
        try #expect(json(sent) == json(Samples.fulfillment))
    }

    @Test func theFormMayTravelUrlencodedWhereAServerWantsIt() async throws {
        let door = ScriptedDoor(body: Samples.fulfillmentReply)
        let client = TicketStoreClient(
            baseURL: "http://127.0.0.1:1/rest", ticketEventID: "7001", credentials: .key("k", secret: "s"),
            registration: nil, form: .urlencoded, http: door.door, gate: CallGate(limit: 2), lane: .inline)
        _ = await client.fulfill(sample)
        let call = try #require(door.calls.first)
        let type = HTTPHeader("Content-Type", "application/x-www-form-urlencoded")
        #expect(call.headers.contains(type))
        let text = String(decoding: try #require(call.body), as: UTF8.self)
        #expect(text.hasPrefix("request=%7B%22store_purchases%22"))
        let sent = try #require(percentDecoded(text.dropFirst("request=".count), plusIsSpace: true))
        try #expect(json(sent) == json(Samples.fulfillment))
    }

    @Test func absentPartsOfAnAddressAreSentAsNull() async throws {
        let door = ScriptedDoor(body: Samples.fulfillmentReply)
        let address = ShippingAddress(fullName: "Zoë", address1: " 1 \\ \"Quay\"\n", city: "Łódź/山")
        let line = FulfillmentLine(item: 1, quantity: 2, address: address)
        _ = await door.client().fulfill(
            FulfillmentRequest([PurchaseFulfillments(id: PurchaseID(7), lines: [line])]))
        let sent = try json(try part(of: try #require(door.calls.first)))
        let sentAddress = sent["store_purchases"]?.array[0]["store_purchase_fulfillments"]?.array[0][
            "shipping_address"]
        #expect(
            sentAddress
                == .object([
                    "full_name": .text("Zoë"), "address1": .text(" 1 \\ \"Quay\"\n"), "address2": .null,
                    "city": .text("Łódź/山"), "state": .null, "zipcode": .null, "countrycode": .null,
                ]))
    }

    @Test func charactersAreSentAsTheyCameComposedOrNot() async throws {
        let decomposed = "Zoe\u{308} \u{202E}x\u{200B}"
        let line = FulfillmentLine(item: 1, quantity: 1, address: ShippingAddress(fullName: decomposed))
        let door = ScriptedDoor(body: Samples.fulfillmentReply)
        _ = await door.client().fulfill(
            FulfillmentRequest([PurchaseFulfillments(id: PurchaseID(7), lines: [line])]))
        let sent = try part(of: try #require(door.calls.first))
        #expect(Data(sent.utf8).firstRange(of: Data("\"\(decomposed)\"".utf8)) != nil)
    }

    @Test func theSameRequestHasTheSameBytes() async {
        let door = ScriptedDoor(body: Samples.fulfillmentReply)
        for _ in 1...3 { _ = await door.client().fulfill(sample) }
        #expect(Set(door.calls.map(\.body)).count == 1)
        #expect(Set(door.calls.map(\.url)).count == 1)
    }

    @Test func itGoesToTheDocumentsAddressWithItsParametersOnly() async throws {
        let door = ScriptedDoor(body: Samples.fulfillmentReply)
        _ = await door.client().fulfill(sample)
        let call = try #require(door.calls.first)
        #expect(call.verb == .post)
        #expect(call.path == "/v2/tickets/store/fulfillment.json")
        #expect(call.query == [QueryItem("ticket_event_id", "7001"), QueryItem("rsu_api_key", "key-1")])
    }

    @Test func theDocumentsReplyIsRead() async throws {
        let answer = await ScriptedDoor(body: Samples.fulfillmentReply).client().fulfill(sample)
        let reply = try answer.result.get()
        #expect(reply.remaining == [PurchaseID(43): [3: 1, 4: 0], PurchaseID(44): [1: 1]])
    }

    @Test func whatCannotBeReadOfAReplyIsMissing() async throws {
        let body = """
            {"store_purchases": [7, {"store_purchase_id": "43", "remaining_quantities": [
              {"purchased_item_num": "3", "new_quantity_remaining": "-1"},
              {"purchased_item_num": 4, "new_quantity_remaining": null}]},
             {"store_purchase_id": 44}]}
            """
        let reply = try await ScriptedDoor(body: body).client().fulfill(sample).result.get()
        #expect(reply.remaining == [PurchaseID(43): [3: -1]])
        #expect(reply.remaining(PurchaseID(43), item: 3) == -1)
        #expect(reply.remaining(PurchaseID(43), item: 4) == nil)
    }

    @Test func anErrorBesideAnEffectMayHaveTakenEffect() async {
        let error = "{\"error\": {\"error_code\": 11, \"error_msg\": \"No\"}, "
        let body = Samples.fulfillmentReply.replacing("{", with: error, maxReplacements: 1)
        guard case .lost(_, answered: true) = await ScriptedDoor(body: body).client().fulfill(sample).failure
        else {
            Issue.record("taken for a clear answer")
            return
        }
    }

    @Test func theServersWordsDoNotRepeatTheAddress() async {
        let words =
            "Cannot ship to CUSTOMER NAME, 300 Mill St., Suite 200, Moorestown, 08057 (key-1 secret-1)"
        let door = ScriptedDoor(body: "{\"error\": {\"error_code\": 11, \"error_msg\": \"\(words)\"}}")
        let failure = await door.client().fulfill(sample).failure
        #expect(failure == .named(words: "Cannot ship to …, …, …, …, … (… …)", code: 11))
    }

    /// The text of the form's one part.
    private func part(of call: HTTPCall) throws -> String {
        let type = try #require(call.headers.first { $0.name == "Content-Type" }?.value)
        let boundary = try #require(type.split(separator: "boundary=").last)
        let body = String(decoding: try #require(call.body), as: UTF8.self)
        let head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n"
        let tail = "\r\n--\(boundary)--\r\n"
        #expect(body.hasPrefix(head) && body.hasSuffix(tail))
        return String(body.dropFirst(head.count).dropLast(tail.count))
    }

    private func json(_ text: String) throws -> JSONValue {
        try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    }
}
