import APIs
import FoundationEssentials
import Model
import Testing

@Suite struct InventoryTests {
    /// In the form of the document's own sample.
    static let sample = #"""
        {"inventory": {"account_email": "desk@example.com", "cost": "123.45", "discount": "40.71", "eticket": false,
          "external_notes": "These are some notes...", "face_value": "123.45", "format": "ETICKET", "id": "12345678",
          "in_hand": false, "in_hand_on": "2021-06-08", "instant_delivery": false, "locked": false,
          "price": "123.45", "quantity": 4, "remote_id": "12345678", "row": "AA", "seats": [{"seat": 14,
          "barcode": "ABCD1234", "primary_ticket_id": "12345678", "verification_id": "12345679"}],
          "section": "100", "speculative": false, "split_type": "DEFAULT", "split_override": [2, 5, 10],
          "taxed_cost": "123.45", "type": "EVENT", "view_type": "FULL", "wheelchair_accessible": false}}
        """#

    @Test func theDocumentsSampleIsRead() async throws {
        let listing = try await ScriptedDoor(body: Self.sample).evolution().update(1, .arrived).result.get()
        var expected = InventoryListing(id: 12_345_678)
        expected.remoteID = 12_345_678
        expected.accountEmail = "desk@example.com"
        let amount = Decimal(string: "123.45")
        (expected.cost, expected.faceValue, expected.price, expected.taxedCost) = (
            amount, amount, amount, amount
        )
        expected.discount = Decimal(string: "40.71")
        (expected.eticket, expected.inHand, expected.instantDelivery) = (false, false, false)
        (expected.speculative, expected.wheelchairAccessible) = (false, false)
        expected.externalNotes = "These are some notes..."
        (expected.format, expected.type, expected.viewType) = ("ETICKET", "EVENT", "FULL")
        expected.splitType = "DEFAULT"
        expected.splits = [2, 5, 10]
        expected.inHandOn = PlainDate("2021-06-08")
        expected.quantity = 4
        (expected.section, expected.row) = ("100", "AA")
        expected.seats = [
            .init(
                seat: "14", barcode: "ABCD1234", primaryTicketID: "12345678", verificationID: "12345679")
        ]
        #expect(listing == expected)
        #expect(listing.format.flatMap { TicketFormat(caseless: $0) } == .eticket)
    }

    @Test func everyAttributeOfTheDocumentCanGo() async throws {
        #expect(
            try await sent(Self.whole)
                == #"{"inventory":{"account_email":"desk@example.com","cost":123.45,"discount":40.71,"eticket":false,"#
                + #""external_notes":"Aisle","face_value":100,"format":"TM_mobile","in_hand":false,"#
                + #""in_hand_on":"2027-01-31","instant_delivery":true,"internal_notes":"Box 3","price":99.5,"#
                + #""quantity":1,"remote_id":77,"row":"AA","seats":[{"barcode":"B1","primary_ticket_id":"P1","#
                + #""seat":14,"verification_id":"V1"}],"section":"100","speculative":false,"split_override":[2,5],"#
                + #""split_type":"CUSTOM","taxed_cost":1,"type":"PARKING","view_type":"Possibly Obstructed","#
                + #""wheelchair_accessible":true}}"#)
    }

    @Test func whatIsNotKnownForCertainIsASetting() async throws {
        var options = TicketEvolutionOptions()
        options.spelling = .capitals
        options.amountsAsText = true
        options.nestsInTicket = true
        var change = InventoryChange.arrived
        change.format = .eticket
        change.price = Decimal(string: "9.50")
        #expect(
            try await sent(change, options)
                == #"{"inventory":{"ticket":{"format":"ETICKET","in_hand":true,"price":"9.5"}}}"#)
    }

    @Test func manyListingsGoInOneChange() async throws {
        let door = ScriptedDoor(body: #"{"inventory":[{"id":"5","in_hand":true},{"id":6},7]}"#)
        let listings = try await door.evolution().update([5, 6], .arrived).result.get()
        #expect(listings.map(\.id) == [5, 6])
        #expect(door.calls.first?.url == "http://127.0.0.1:1/v9/inventory")
        #expect(
            String(decoding: door.calls.first?.body ?? Data(), as: UTF8.self)
                == #"{"ids":[5,6],"inventory":{"in_hand":true}}"#)
        for body in ["{}", "[]", #"{"success":true}"#, #"{"inventory":null}"#] {
            #expect(await ScriptedDoor(body: body).evolution().update([5], .arrived).value == [])
        }
    }

    @Test func whatTheDocumentWouldRefuseDoesNotLeave() async {
        let door = ScriptedDoor(body: Self.sample)
        var change = InventoryChange()
        change.price = 5
        let failures = [
            await door.evolution().update(1, change).failure,
            await door.evolution().update([1], change).failure,
            await door.evolution().update([], .arrived).failure,
        ]
        for (failure, start) in zip(failures, ["in_hand_on: ", "in_hand_on: ", "ids: "]) {
            guard case .named(let words, code: nil) = failure, words.hasPrefix(start) else {
                Issue.record("\(String(describing: failure))")
                continue
            }
        }
        #expect(door.calls.isEmpty)
    }

    @Test func idsComeInABareListUnmappedOnesAndUnreadableOnesAmongThem() async throws {
        let body =
            #"[{"id":1,"remote_id":5,"event_id":9},{"id":null,"remote_id":"7","event_id":null},"#
            + #"{"id":{}},{"id":3,"remote_id":null}]"#
        let page = try await ScriptedDoor(body: body).evolution().listings().result.get()
        #expect(
            page.rows == [
                .init(id: 1, remoteID: 5, eventID: 9), .init(id: nil, remoteID: 7, eventID: nil),
                .init(id: 3, remoteID: nil, eventID: nil),
            ])
        #expect(page.setAside == [2])
        #expect(page.rowCount == 4)
        #expect(InventoryRequest().after(page) == InventoryRequest(cursor: 8))
        #expect(InventoryRequest(cursor: 8).after(page) == nil)
        #expect(InventoryRequest(.all).after(page) == nil)
        #expect(InventoryRequest().after(InventoryPage(rows: [])) == nil)
    }

    @Test func theWholeListHasNoPages() async {
        let door = ScriptedDoor(body: "[]")
        _ = await door.evolution().listings(InventoryRequest(.all, cursor: 5))
        _ = await door.evolution().listings(InventoryRequest(.unmapped, perPage: 90_000))
        #expect(
            door.calls.map { $0.query.map(\.encoded).joined(separator: "&") } == [
                "office_id=1234&state=ALL", "office_id=1234&page%5Bitems%5D=10000&state=UNMAPPED",
            ])
    }

    @Test(arguments: ["{}", #"{"inventory":[]}"#, "7", ""])
    func anAnswerThatIsNoListIsAFailure(body: String) async {
        guard case .lost(_, answered: true) = await ScriptedDoor(body: body).evolution().listings().failure
        else {
            Issue.record("\(body) was read as a list")
            return
        }
    }

    @Test func aTicketGroupTellsWhatAListingIs() async throws {
        let group =
            #"{"id":5,"section":"101","row":"B","available_quantity":2,"in_hand":false,"#
            + #""in_hand_on":"2027-01-31T00:00:00Z","retail_price":120.5,"splits":[1,2],"public_notes":"Aisle","#
            + #""broker_notes":"Box 3","tickets":[{"seat":"GA"},{"seat":7,"barcode":"B"},4],"#
            + #""event":{"id":9,"name":"Tour","occurs_at":"2027-05-02T19:30:00Z","venue":{"name":"Hall"}}}"#
        for body in [group, "{\"ticket_group\":\(group)}"] {
            let door = ScriptedDoor(body: body)
            let listing = try await door.evolution().listing(5).result.get()
            #expect(door.calls.first?.url == "http://127.0.0.1:1/v9/ticket_groups/5?ticket_list=true")
            #expect(listing.quantity == 2)
            #expect(listing.inHandOn == PlainDate("2027-01-31"))
            #expect(listing.price == Decimal(string: "120.5"))
            #expect(listing.seats.map(\.seat) == ["GA", "7"])
            #expect(listing.splits == [1, 2])
            #expect(listing.internalNotes == "Box 3")
            #expect((listing.eventID, listing.eventName, listing.venue) == (9, "Tour", "Hall"))
        }
        var options = TicketEvolutionOptions()
        options.details = .inventory
        let door = ScriptedDoor(body: Self.sample)
        #expect(try await door.evolution(options: options).listing(5).result.get().row == "AA")
        #expect(door.calls.first?.url == "http://127.0.0.1:1/v9/inventory/5")
    }

    @Test func notesThatAreToldAsNoneAreNoneAndThoseThatAreNotToldAreNotKnown() async throws {
        let body = #"{"ticket_groups":[{"id":5,"public_notes":null,"internal_notes":""},{"id":6}]}"#
        let groups = try await ScriptedDoor(body: body).evolution().ticketGroups().result.get()
        #expect(groups.map(\.externalNotes) == ["", nil])
        #expect(groups.map(\.internalNotes) == ["", nil])
    }

    @Test func ticketGroupsAreFiltered() async throws {
        let door = ScriptedDoor(body: #"{"ticket_groups":[{"id":5},{"id":"x"},{"id":6}]}"#)
        let groups = try await door.evolution()
            .ticketGroups(inHand: false, expectedBy: PlainDate("2027-01-31")).result.get()
        #expect(groups.map(\.id) == [5, 6])
        #expect(
            door.calls.first?.url == "http://127.0.0.1:1/v9/ticket_groups/mass_index"
                + "?ticket_group_in_hand=false&ticket_group_in_hand_on.lte=2027-01-31")
    }

    static let failures: [(Int, String, CallFailure)] = [
        (
            400,
            #"{"errors":[{"code":"invalid_params","message":"inventory[account_email] is in invalid format"}]}"#,
            .named(words: "inventory[account_email] is in invalid format", code: nil)
        ),
        (
            422, #"{"id":5,"errors":{"row":["can't be blank","is odd"],"section":["x"]}}"#,
            .named(words: "row can't be blank; row is odd; section x", code: nil)
        ),
        (401, #"{"error":"Your signature is incorrect."}"#, .refused(words: "Your signature is incorrect.")),
        (
            404, #"{"error":"Not Found","message":"Couldn't find it"}"#,
            .named(words: "Couldn't find it", code: nil)
        ),
        (429, "", .throttled(retryAfter: 1, words: "The server answered 429 without saying why.")),
        (500, #"{"error":"Error"}"#, .lost(words: "Error", answered: true)),
        (
            500, "<html>Service Unavailable</html>",
            .lost(words: "The server answered 500 without saying why.", answered: true)
        ),
        (503, "", .lost(words: "The server answered 503 without saying why.", answered: true)),
        (200, #"{"error":"Odd"}"#, .lost(words: "Odd", answered: true)),
        (200, "<html>", .lost(words: "The answer cannot be read.", answered: true)),
        (302, "", .refused(words: "The server sends us elsewhere (302): check base_url.")),
    ]

    @Test(arguments: failures)
    func everyErrorIsToldForWhatItIs(status: Int, body: String, failure: CallFailure) async {
        #expect(
            await ScriptedDoor(status: status, body: body).evolution().update(5, .arrived).failure == failure)
    }

    @Test func whichStatusMeansTooFastIsASetting() async {
        var options = TicketEvolutionOptions()
        options.throttledStatuses = [429, 503]
        let door = ScriptedDoor(status: 503, body: "")
        guard case .throttled = await door.evolution(options: options).update(5, .arrived).failure else {
            Issue.record("503 was not throttled")
            return
        }
    }

    @Test func barcodesAreKeptOutOfMessages() async {
        var change = InventoryChange.arrived
        change.seats = [.init(1, barcode: "BARCODE-9")]
        let body = #"{"errors":[{"message":"barcode-9 is taken"}]}"#
        #expect(
            await ScriptedDoor(status: 400, body: body).evolution().update(5, change).failure
                == .named(words: "… is taken", code: nil))
    }

    private static var whole: InventoryChange {
        var change = InventoryChange()
        change.accountEmail = "desk@example.com"
        change.cost = Decimal(string: "123.45")
        change.discount = Decimal(string: "40.71")
        change.eticket = false
        change.externalNotes = "Aisle"
        change.faceValue = 100
        change.format = .mobile
        change.inHand = false
        change.inHandOn = PlainDate("2027-01-31")
        change.instantDelivery = true
        change.internalNotes = "Box 3"
        change.price = Decimal(string: "99.5")
        change.quantity = 1
        change.remoteID = 77
        change.row = "AA"
        change.seats = [.init(14, barcode: "B1")]
        change.seats[0].primaryTicketID = "P1"
        change.seats[0].verificationID = "V1"
        change.section = "100"
        change.speculative = false
        change.splitType = .custom
        change.splitOverride = [2, 5]
        change.taxedCost = 1
        change.type = .parking
        change.viewType = .possiblyObstructed
        change.wheelchairAccessible = true
        return change
    }

    private func sent(
        _ change: InventoryChange, _ options: TicketEvolutionOptions = TicketEvolutionOptions()
    ) async throws -> String {
        let door = ScriptedDoor(body: Self.sample)
        #expect(await door.evolution(options: options).update(5, change).value != nil)
        return String(decoding: try #require(door.calls.first?.body), as: UTF8.self)
    }
}
