import APIs
import Testing

@Suite struct RequestsTests {
    @Test func onePageCarriesEveryParameterOfTheDocument() async throws {
        let door = ScriptedDoor(body: #"{"store_purchases": []}"#)
        let request = PurchasesRequest(page: 3, perPage: 1_250, modifiedSince: 1_637_700_119)
        _ = await door.client().purchases(request)
        let call = try #require(door.calls.first)
        #expect(call.verb == .get)
        #expect(
            call.url == "http://127.0.0.1:1/rest/v2/tickets/get-ticket-event-store-purchases.json"
                + "?ticket_event_id=7001&num=1250&page=3&modified_since_timestamp=1637700119"
                + "&include_cleared_purchases=F&include_purchase_refunds=T&include_fulfillment_info=T"
                + "&include_transfer_info=T&rsu_api_key=key-1")
    }

    @Test func aFirstReadNamesNoTimeAndAPageIsNeverTooLarge() async throws {
        let door = ScriptedDoor(body: #"{"store_purchases": []}"#)
        _ = await door.client().purchases(PurchasesRequest(perPage: 5_000, includeCleared: true))
        let query = try #require(door.calls.first?.query)
        #expect(!query.contains { $0.name == "modified_since_timestamp" })
        #expect(query.contains(QueryItem("num", 1_250)))
        #expect(query.contains(QueryItem("include_cleared_purchases", "T")))
    }

    @Test func aKeyGoesIntoTheQueryAndItsSecretIntoAHeader() async throws {
        let call = try await call(with: .key("k", secret: "s"))
        #expect(credentials(call) == ["rsu_api_key=k"])
        #expect(call.headers == [HTTPHeader("X-RSU-API-SECRET", "s")])
    }

    @Test func aLegacyKeyGoesIntoTheQueryWithItsSecret() async throws {
        let call = try await call(with: .legacyKey("k", secret: "a+b&c=d é/"))
        #expect(credentials(call) == ["api_key=k", "api_secret=a%2Bb%26c%3Dd%20%C3%A9%2F"])
        #expect(call.headers.isEmpty)
    }

    @Test func aCheckInKeyGoesIntoTheQueryAndItsSecretIntoAHeader() async throws {
        let call = try await call(with: .checkInKey("k", secret: "s"))
        #expect(credentials(call) == ["checkin_api_key=k"])
        #expect(call.headers == [HTTPHeader("X-CHECKIN-API-SECRET", "s")])
    }

    @Test func aSuperPartnersKeyGoesIntoTheQueryAndItsSecretIntoAHeader() async throws {
        let call = try await call(with: .superPartnerKey("k", secret: "s"))
        #expect(credentials(call) == ["sp_api_key=k"])
        #expect(call.headers == [HTTPHeader("X-RSU-API-SECRET", "s")])
    }

    @Test func aBearerTokenGoesIntoAHeaderAlone() async throws {
        let call = try await call(with: .bearer("t"))
        #expect(credentials(call).isEmpty)
        #expect(call.headers == [HTTPHeader("Authorization", "Bearer t")])
    }

    @Test func aRegistrationStandsBesideTheCredentials() async throws {
        let registration = CallerRegistration(registration: "12.token", secret: "r")
        let call = try await call(with: .key("k", secret: "s"), registration)
        #expect(credentials(call) == ["rsu_api_key=k", "rsu_api_reg=12.token"])
        #expect(
            call.headers == [HTTPHeader("X-RSU-API-SECRET", "s"), HTTPHeader("X-RSU-API-REG-SECRET", "r")])
    }

    @Test func nothingPrintedShowsASecret() async throws {
        let registration = CallerRegistration(registration: "12.token", secret: "hidden-1")
        let credentials: [RunSignupCredentials] = [
            .key("hidden-2", secret: "hidden-3"), .legacyKey("hidden-4", secret: "hidden-5"),
            .checkInKey("hidden-6", secret: "hidden-7"), .superPartnerKey("hidden-8", secret: "hidden-9"),
            .bearer("hidden-10"),
        ]
        for credential in credentials {
            let call = try await call(with: credential, registration)
            var dumped = ""
            dump((credential, registration, call), to: &dumped)
            #expect(!"\(credential) \(registration) \(call) \(dumped)".contains("hidden"))
            #expect(!dumped.contains("token"))
        }
    }

    private func call(
        with credentials: RunSignupCredentials, _ registration: CallerRegistration? = nil
    ) async throws -> HTTPCall {
        let door = ScriptedDoor(body: "{}")
        _ = await door.client(credentials, registration: registration).storeInfo()
        return try #require(door.calls.first)
    }

    /// What stands in the query beside the event.
    private func credentials(_ call: HTTPCall) -> [String] {
        call.url.split(separator: "?")[1].split(separator: "&").dropFirst().map(String.init)
    }
}
