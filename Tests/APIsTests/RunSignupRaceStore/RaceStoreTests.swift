import APIs
import Model
import Testing

@Suite struct RaceStoreTests {
    /// The document's own sample.
    static let sample = """
        {"purchases": [{"purchase_id": 1234, "user_id": 5678, "registration_id": 9876,
          "purchase_ts": 1774343700, "purchase_amount": "$25.00", "amount_paid": "$25.00",
          "items": [{"item_id": 1, "item_name": "Shirt", "item_option": "Large", "quantity": 1}]}],
         "next_url": "https://example.com/rest/v2/race-store/get-race-store-purchases.json?format=json&race_id=1\
        &min_purchase_ts=1774340000&next_token=eyJ2IjoxLCJwdXJjaGFzZV90cyI6MTc3NDM0MzcwMCwicHVyY2hhc2VfaWQiOjEyMzR9"}
        """
    static let token = "eyJ2IjoxLCJwdXJjaGFzZV90cyI6MTc3NDM0MzcwMCwicHVyY2hhc2VfaWQiOjEyMzR9"

    @Test func theDocumentsSampleIsRead() async throws {
        let page = try await ScriptedDoor(body: Self.sample).raceStore().purchases(.init()).result.get()
        let shirt = RaceStoreItem(itemID: 1, name: "Shirt", option: "Large", quantity: 1)
        let purchase = RaceStorePurchase(
            id: PurchaseID(1234), userID: 5678, registrationID: 9876, purchasedAt: 1_774_343_700,
            amountInCents: 2_500, paidInCents: 2_500, items: [shirt])
        #expect(page == RaceStorePage(purchases: [purchase], next: RaceStoreCursor(token: Self.token)))
    }

    @Test func everyParameterOfTheDocumentGoesOut() async throws {
        let door = ScriptedDoor(body: Self.sample)
        let request = RaceStoreRequest(boughtFrom: 10, boughtUntil: 20)
        let page = try await door.raceStore().purchases(request).result.get()
        _ = await door.raceStore().purchases(try #require(request.after(page)))
        let address = "http://127.0.0.1:1/rest/v2/race-store/get-race-store-purchases.json?race_id=9"
        let limits = "&num=500&min_purchase_ts=10&max_purchase_ts=20"
        #expect(door.calls.map(\.url) == [address + limits, address + limits + "&next_token=\(Self.token)"])
    }

    @Test func onePurchaseIsReadAgainByItsOwnSecondAndAPageIsNeverTooLarge() async throws {
        let door = ScriptedDoor(body: Self.sample)
        _ = await door.raceStore(.key("k", secret: "s")).purchases(.boughtAt(77))
        _ = await door.raceStore(.key("k", secret: "s")).purchases(RaceStoreRequest(perPage: 9_000))
        #expect(
            door.calls.map { $0.query.map(\.encoded).joined(separator: "&") } == [
                "race_id=9&num=500&min_purchase_ts=77&max_purchase_ts=77&rsu_api_key=k",
                "race_id=9&num=500&rsu_api_key=k",
            ])
    }

    @Test(
        arguments: [
            ("null", nil), ("\"\"", nil), ("\"/x?next_token=a%2Bb%3D%3D#f\"", "a+b=="),
            ("\"https://elsewhere.example/?next_token=a+b&race_id=1\"", "a+b"),
        ] as [(String, String?)])
    func onlyTheTokenOfTheNextAddressIsUsedAndItGoesBackUnchanged(url: String, token: String?) async throws {
        let door = ScriptedDoor(body: "{\"purchases\": [], \"next_url\": \(url)}")
        let page = try await door.raceStore().purchases(.init()).result.get()
        #expect(page.next?.token == token)
        guard let cursor = page.next else { return }
        _ = await door.raceStore().purchases(RaceStoreRequest(cursor: cursor))
        #expect(door.calls.last?.query.last == QueryItem("next_token", cursor.token))
        #expect(door.calls.last?.baseURL == "http://127.0.0.1:1/rest")
    }

    @Test(arguments: [
        "\"https://example.com/next\"", "\"https://example.com/?next_token=\"", "7", "{}",
        "\"/?next_token=a&next_token=b\"", "\"/?next_token=%zz\"",
    ])
    func aNextAddressWithoutATokenIsNoEnd(url: String) async {
        let door = ScriptedDoor(body: "{\"purchases\": [], \"next_url\": \(url)}")
        guard case .lost(let words, answered: true) = await door.raceStore().purchases(.init()).failure else {
            Issue.record("read as the end: \(url)")
            return
        }
        #expect(words.contains("next_url"))
    }

    @Test func nullAndMissingFieldsAreNothingAndMissingArraysAreAFailure() async throws {
        let row =
            #"{"purchase_id": "7", "user_id": 1, "registration_id": null, "purchase_ts": 5,"#
            + #" "purchase_amount": null, "items": [{"item_id": 2, "item_name": "Mug", "quantity": "3"}]}"#
        let page = try await ScriptedDoor(body: "{\"purchases\": [\(row)]}").raceStore()
            .purchases(.init()).result.get()
        let mug = RaceStoreItem(itemID: 2, name: "Mug", quantity: 3)
        #expect(
            page.purchases == [
                RaceStorePurchase(id: PurchaseID(7), userID: 1, purchasedAt: 5, items: [mug])
            ])
        #expect(page.next == nil)
        for body in ["{}", #"{"purchases": null}"#, "[]"] {
            #expect(await ScriptedDoor(body: body).raceStore().purchases(.init()).failure != nil)
        }
    }

    @Test(arguments: [
        ("$25.00", 2_500), ("$0.05", 5), ("-$3.10", -310), ("$1,025.50", 102_550), ("12", 1_200),
        ("12.5", 1_250),
    ])
    func moneyInTextBecomesCents(text: String, cents: Int) async throws {
        let page = try await page(amount: "\"\(text)\"")
        #expect(page.purchases.first?.amountInCents == cents)
    }

    @Test(arguments: ["\"25,00 €\"", "\"$\"", "\"$1.234\"", "\"free\"", "[]", "\"$99999999999.00\""])
    func whatIsNoMoneySetsOnlyItsOwnRowAside(amount: String) async throws {
        let page = try await page(amount: amount)
        #expect(page.purchases.map(\.id) == [PurchaseID(2)])
        #expect(page.setAside.map(\.field) == ["purchase_amount"])
        #expect(page.setAside.map(\.id) == [PurchaseID(1)])
    }

    private func page(amount: String) async throws -> RaceStorePage {
        let row = #"{"user_id": 1, "purchase_ts": 5, "amount_paid": "$1.00", "items": [], "#
        let body =
            "{\"purchases\": [\(row)\"purchase_id\": 1, \"purchase_amount\": \(amount)},"
            + "\(row)\"purchase_id\": 2, \"purchase_amount\": \"$1.00\"}]}"
        return try await ScriptedDoor(body: body).raceStore().purchases(.init()).result.get()
    }
}
