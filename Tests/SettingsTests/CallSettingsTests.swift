import Testing

@testable import Settings

/// Keys for what nobody knows about a server.
@Suite struct CallSettingsTests {
    private let folder: Folder
    init() throws { folder = try Folder() }

    private func text(_ api: String, _ more: String) -> String {
        let place =
            [
                "runsignup-ticket-store": "ticket_event_id: 1, ", "runsignup-race-store": "race_id: 1, ",
                "ticket-evolution": "office_id: 1, ",
            ][api] ?? ""
        let store = "name: a, api: \(api), base_url: 'https://example.com', \(place)"
        return "stores:\n  - { \(store)\n      \(more) }\n"
    }

    @Test func eachIsRead() throws {
        let calls = try folder.load(
            text(
                "ticket-evolution",
                "enum_spelling: capitals, amounts_as_text: true, nest_in_ticket: true, "
                    + "listing_details: inventory, throttled_statuses: [429, 503], calls_per_second: 12")
        ).stores[0].listingCalls
        #expect(calls.spelling == .capitals && calls.amountsAsText && calls.nestsInTicket)
        #expect(calls.details == .inventory && calls.throttledStatuses == [429, 503])
        #expect(calls.callsPerSecond == 12)
        let store = try folder.load(text("runsignup-ticket-store", "form_encoding: urlencoded")).stores[0]
        #expect(store.formEncoding == .urlencoded)
    }

    @Test func withoutThemTheDocumentsCount() throws {
        let calls = try folder.load(text("ticket-evolution", "")).stores[0].listingCalls
        #expect(calls == ListingCalls())
        #expect(calls.spelling == .table && calls.details == .ticketGroups)
        #expect(calls.throttledStatuses == [429] && calls.callsPerSecond == 5)
        let store = try folder.load(text("runsignup-ticket-store", "")).stores[0]
        #expect(store.formEncoding == .multipart)
    }

    @Test(arguments: [
        ("enum_spelling: lower", "`enum_spelling` must be one of table, capitals."),
        ("amounts_as_text: some", "`amounts_as_text` must be true or false."),
        ("nest_in_ticket: 2", "`nest_in_ticket` must be true or false."),
        ("listing_details: inventories", "Did you mean `inventory`?"),
        ("throttled_statuses: 429", "must be a list of HTTP statuses"),
        ("throttled_statuses: []", "must be a list of HTTP statuses"),
        ("throttled_statuses: [429, 401]", "without 401 and 403"),
        ("throttled_statuses: [200]", "from 400 to 599"),
        ("calls_per_second: 0", "`calls_per_second` must be a whole number without quotes"),
        ("calls_per_second: 101", "`calls_per_second` must be a whole number without quotes"),
        ("update_method: PUT", "`update_method` belongs to tixstock; remove it."),
    ])
    func whatIsWrongIsTold(line: String, words: String) throws {
        let complaints = try folder.complaints(text("ticket-evolution", line))
        #expect(complaints.count == 1 && complaints[0].contains(words), "\(complaints)")
    }

    @Test(arguments: [
        "enum_spelling: table", "amounts_as_text: true", "nest_in_ticket: false",
        "listing_details: ticket-groups", "throttled_statuses: [429]", "calls_per_second: 5",
    ])
    func otherStoresHaveNone(line: String) throws {
        for api in ["runsignup-ticket-store", "runsignup-race-store", "tixstock"] {
            let complaints = try folder.complaints(text(api, line))
            #expect(
                complaints.count == 1 && complaints[0].contains("belongs to ticket-evolution; remove it."),
                "\(complaints)")
        }
    }

    @Test func aFormIsTheTicketStoresAlone() throws {
        let complaints = try folder.complaints(text("runsignup-race-store", "form_encoding: multipart"))
        #expect(complaints.first?.contains("belongs to runsignup-ticket-store") == true, "\(complaints)")
    }

    @Test func theTokenCallsHaveKeysOfTheirOwn() throws {
        let credentials =
            "credentials: { client_id: a, token_encoding: multipart, repeat_challenge_method: true }"
        let login = try #require(
            try folder.load(text("runsignup-race-store", credentials)).stores[0].credentials?.login)
        #expect(login.tokenEncoding == .multipart && login.repeatsChallengeMethod)
        let wrong = try folder.complaints(
            text("runsignup-race-store", "credentials: { client_id: a, token_encoding: json }"))
        #expect(wrong.first?.contains("must be one of multipart, urlencoded") == true, "\(wrong)")
        let alone = try folder.complaints(
            text("runsignup-race-store", "credentials: { token_encoding: multipart }"))
        #expect(alone.first?.contains("`client_id` is missing") == true, "\(alone)")
    }
}
