import APIs
import FoundationEssentials
import Model
import Testing

@Suite struct SigningTests {
    static let vectors = [
        (
            "GET api.ticketevolution.com/brokerages?page=1&per_page=1",
            "ohGcFIHF3vg75A8Kpg42LNxuQpQZJsTBKv8xnZASzu0="
        ),
        (
            "GET api.ticketevolution.com/v9/brokerages?page=1&per_page=1",
            "n+kyuaIJKFuUTkEYCdMhR3l3o9WNBbTIJE3qcniboWE="
        ),
        ("GET api.ticketevolution.com/v9/categories?", "yidB+5AKvQkztDcp12XYDDCNamSu/l4XVH/J8i5VYlg="),
        (
            #"POST api.ticketevolution.com/v9/clients?{"clients":[{"name":"Michael Starr"}]}"#,
            "uNE/ki9rTubt5P6RSg3YYvehb3HX2GPtkmIoCAon5ys="
        ),
        (
            "GET api.sandbox.ticketevolution.com/v9/shipments?page=1&per_page=100&state=pending",
            "7dnyR/ltndq83zr3V234jTNJBpQRCYPgdgro+KAZNGE="
        ),
        (
            #"PATCH api.sandbox.ticketevolution.com/v9/inventory/123456?{"inventory":{"in_hand":true}}"#,
            "JcDFQT7nWwoXUqRo3jU/NA077BzaGbxvzmKyHjBCfME="
        ),
        (
            "PUT api.sandbox.ticketevolution.com/v9/shipments/78826/complete?{}",
            "okbomZy6xg4i6WMv9uxKyHOWYrWYzxSNuUkgM++6eDQ="
        ),
    ]
    private static let credentials = TicketEvolutionCredentials(token: "t", secret: "xyz")

    @Test(arguments: vectors)
    func theVectorsAreReproduced(text: String, signature: String) {
        #expect(Self.credentials.signature(of: Data(text.utf8)) == signature)
    }

    @Test func aChangeIsSignedOverTheVeryBytesThatLeave() async throws {
        let door = ScriptedDoor(body: #"{"inventory":{"id":"123456"}}"#)
        let client = door.evolution(
            baseURL: "https://api.sandbox.ticketevolution.com", Self.credentials)
        _ = try await client.update(123_456, .arrived).result.get()
        let call = try #require(door.calls.first)
        #expect(call.verb == .patch)
        #expect(call.url == "https://api.sandbox.ticketevolution.com/v9/inventory/123456")
        #expect(String(decoding: call.body ?? Data(), as: UTF8.self) == #"{"inventory":{"in_hand":true}}"#)
        #expect(
            call.headers == [
                HTTPHeader("Content-Type", "application/json"), HTTPHeader("X-Token", "t"),
                HTTPHeader("X-Signature", "JcDFQT7nWwoXUqRo3jU/NA077BzaGbxvzmKyHjBCfME="),
            ])
    }

    @Test(arguments: ["https://api.example.com", "https://api.example.com/", "http://api.example.com:8080"])
    func aReadIsSignedOverTheQueryThatLeavesWithoutThePort(baseURL: String) async throws {
        let door = ScriptedDoor(body: "[]")
        _ = await door.evolution(baseURL: baseURL, Self.credentials)
            .listings(InventoryRequest(.mapped, cursor: 12, perPage: 50))
        let call = try #require(door.calls.first)
        let query = "office_id=1234&page%5Bcursor%5D=12&page%5Bitems%5D=50&state=MAPPED"
        #expect(call.url.hasSuffix("/v9/inventory?" + query))
        let text = "GET api.example.com/v9/inventory?" + query
        let signature = Self.credentials.signature(of: Data(text.utf8))
        #expect(call.headers.contains(HTTPHeader("X-Signature", signature)))
    }

    @Test func theQuestionMarkIsSignedWhereThereIsNoQuery() async throws {
        let door = ScriptedDoor(body: #"{"ticket_groups":[]}"#)
        _ = await door.evolution(baseURL: "https://api.example.com", Self.credentials).ticketGroups()
        let call = try #require(door.calls.first)
        #expect(call.url == "https://api.example.com/v9/ticket_groups/mass_index")
        let signature = Self.credentials.signature(
            of: Data("GET api.example.com/v9/ticket_groups/mass_index?".utf8))
        #expect(call.headers.contains(HTTPHeader("X-Signature", signature)))
    }

    @Test func nothingPrintedShowsASecret() async {
        let credentials = TicketEvolutionCredentials(token: "hidden-1", secret: "hidden-2")
        let door = ScriptedDoor(status: 401, body: #"{"error":"hidden-1 and HIDDEN-2 do not fit"}"#)
        let failure = await door.evolution(baseURL: "https://a.example", credentials).listings().failure
        var dumped = ""
        dump((credentials, door.calls, failure), to: &dumped)
        #expect(!"\(credentials)\(dumped)".contains("hidden"))
        #expect(failure == .refused(words: "… and … do not fit"))
    }
}
