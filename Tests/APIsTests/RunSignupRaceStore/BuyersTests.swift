import APIs
import Model
import Testing

@Suite struct BuyersTests {
    private static let person = #"""
        {"user_id": 5678, "first_name": "Ines", "middle_name": null, "last_name": "Okafor",
         "email": "ines@example.com", "address": {"street": "1 Quay", "city": "Cork", "state": "", "zipcode": null,
         "country_code": "IE"}, "phone": "555-0100"}
        """#
    private static let purchase = RaceStorePurchase(
        id: PurchaseID(1), userID: 5678, registrationID: 9876, purchasedAt: 5, items: [])
    private static let address = ShippingAddress(
        fullName: "Ines Okafor", address1: "1 Quay", city: "Cork", state: "", countryCode: "IE")

    @Test func nobodyIsReadUnlessToldTo() async throws {
        let door = ScriptedDoor(body: "{}")
        #expect(
            try await door.raceStore().buyer(
                user: Self.purchase.userID, registration: Self.purchase.registrationID
            ).result.get() == nil)
        #expect(door.calls.isEmpty)
    }

    @Test(arguments: [person, "{\"user\": \(person)}"])
    func theBuyersOwnRecordIsReadByUser(body: String) async throws {
        let door = ScriptedDoor(body: body)
        let buyer = try await door.raceStore(addresses: .users).buyer(
            user: Self.purchase.userID, registration: Self.purchase.registrationID
        ).result.get()
        #expect(buyer?.address == Self.address)
        #expect(buyer?.email == "ines@example.com")
        #expect(buyer?.userID == 5678)
        #expect(door.calls.map(\.url) == ["http://127.0.0.1:1/rest/user/5678?format=json"])
    }

    @Test(arguments: [("[", "]"), ("", "")])
    func theRegistrationIsFoundAmongItsEvents(before: String, after: String) async throws {
        let body =
            "\(before){\"event\": {\"event_id\": 3}, \"participants\": [{\"user\": 4},"
            + "{\"user\": \(Self.person), \"registration_id\": 9876}]}\(after)"
        let door = ScriptedDoor(body: body)
        let buyer = try await door.raceStore(addresses: .participants(events: [3, 4]))
            .buyer(user: Self.purchase.userID, registration: Self.purchase.registrationID).result.get()
        #expect(buyer?.registrationID == 9876)
        #expect(buyer?.address == Self.address)
        #expect(door.calls.count == 1)
        #expect(
            door.calls.first?.url == "http://127.0.0.1:1/rest/race/9/participants?format=json&event_id=3"
                + "&results_per_page=1&sort=registration_id%20ASC&after_registration_id=9875")
    }

    @Test func aRegistrationThatNoEventHasIsNobody() async throws {
        let door = ScriptedDoor(body: #"[{"participants": []}]"#)
        let client = door.raceStore(addresses: .participants(events: [3, 4]))
        #expect(
            try await client.buyer(user: Self.purchase.userID, registration: Self.purchase.registrationID)
                .result.get() == nil)
        #expect(door.calls.count == 2)
        var guest = Self.purchase
        guest.registrationID = nil
        #expect(
            try await client.buyer(user: guest.userID, registration: guest.registrationID).result.get() == nil
        )
        #expect(door.calls.count == 2)
    }

    @Test func credentialsThatMayNotReadPeopleAreToldAsRefused() async {
        let door = ScriptedDoor(body: #"{"error": {"error_code": 7, "error_msg": "Permission Denied"}}"#)
        let failure = await door.raceStore(addresses: .users).buyer(
            user: Self.purchase.userID, registration: Self.purchase.registrationID
        ).failure
        #expect(failure == .refused(words: "Permission Denied"))
    }
}
