import APIs
import Model
import Testing

/// Which failure an answer is, whatever shape the server gives it.
@Suite struct FailuresTests {
    static let shapes = [
        #"{"error": {"error_code": 11, "error_msg": "Bad item"}}"#,
        #"{"error": {"error_code": "11", "error_msg": "Bad item", "details": {"x": [1]}}}"#,
        #"{"error": "Bad item", "details": {"error_code": 11}}"#,
        #"{"error": "Failed", "details": {"error_code": 11, "error_msg": "Bad item"}}"#,
        #"{"error": {"details": {"error_code": 11, "error_msg": "Bad item"}}}"#,
        #"{"error": "invalid_item", "error_description": "Bad item", "error_code": 11, "hint": "?"}"#,
        #"{"error": {"error_code": 11, "error_msg": "Bad item"}, "store_purchases": []}"#,
    ]

    @Test(arguments: shapes, [200, 400, 404, 422])
    func anErrorThatNamesAFaultIsNamedInEveryShape(body: String, status: Int) async {
        #expect(await failure(status, body) == .named(words: "Bad item", code: 11))
    }

    @Test(arguments: shapes, [500, 503])
    func aServersOwnErrorMayHaveTakenEffectButItsWordsAreKept(body: String, status: Int) async {
        #expect(await failure(status, body) == .lost(words: "Bad item", answered: true))
    }

    @Test(arguments: shapes, [401, 403])
    func credentialsAreRefusedByStatus(body: String, status: Int) async {
        #expect(await failure(status, body) == .refused(words: "Bad item"))
    }

    @Test(arguments: [6, 7, 13, 17], [200, 400, 500])
    func credentialsAreRefusedByCode(code: Int, status: Int) async {
        let body = "{\"error\": {\"error_code\": \(code), \"error_msg\": \"No\"}}"
        #expect(await failure(status, body) == .refused(words: "No"))
    }

    @Test(arguments: [10, 14], [200, 400, 403, 500, 502])
    func throttlingIsKnownByCode(code: Int, status: Int) async {
        let body = "{\"error\": {\"error_code\": \(code), \"error_msg\": \"Slow down\"}}"
        #expect(await failure(status, body) == .throttled(retryAfter: nil, words: "Slow down"))
    }

    @Test(arguments: [4, 5])
    func codesThatOnlySayThatSomethingBrokeNameNoFault(code: Int) async {
        let body = "{\"error\": {\"error_code\": \(code), \"error_msg\": \"Database error\"}}"
        #expect(await failure(200, body) == .lost(words: "Database error", answered: true))
    }

    /// A log has the numbers, and no words.
    @Test func aFailureHasASignOfNumbersAlone() async {
        let body = #"{"error": {"error_code": 6, "error_msg": "Zoe Miller"}}"#
        let door = ScriptedDoor(status: 200, body: body)
        let answer = await door.raceStore().purchases(RaceStoreRequest())
        #expect(answer.sign == CallSign(status: 200, code: 6))
        #expect(answer.failure?.kind == "refused")
        let fine = await ScriptedDoor(body: #"{"purchases": [], "next_url": null}"#)
            .raceStore().purchases(RaceStoreRequest())
        #expect(fine.sign == nil)
    }

    @Test func anOAuthErrorIsToldByItsDescription() async {
        let body = #"{"error": "invalid_client", "error_description": "Unknown client", "message": "x"}"#
        #expect(await failure(400, body) == .refused(words: "Unknown client"))
        #expect(await failure(400, #"{"error": "invalid_client"}"#) == .refused(words: "invalid_client"))
        // What is spent is no matter of the client, whatever the status.
        for status in [400, 401] {
            let spent = await failure(status, #"{"error": "invalid_grant", "error_description": "Spent"}"#)
            #expect(spent == .named(words: "Spent", code: nil))
        }
    }

    @Test func aCodeWithoutWordsIsAName() async {
        #expect(
            await failure(200, #"{"error": {"error_code": 15}}"#) == .named(words: "Error code 15.", code: 15)
        )
    }

    @Test(arguments: ["true", "7", #"{"error_msg": "  "}"#, "[1]"])
    func anErrorThatSaysNothingNamesNoFault(error: String) async {
        let failure = await failure(200, "{\"error\": \(error)}")
        #expect(failure == .lost(words: "The server answered 200 without saying why.", answered: true))
    }

    @Test(arguments: ["null", "false", "\"\"", "[]", "{}"])
    func anErrorThatIsNothingIsNone(error: String) async {
        let door = ScriptedDoor(body: "{\"error\": \(error), \"store_purchases\": []}")
        #expect(await door.client().purchases(PurchasesRequest()).value?.rowCount == 0)
    }

    @Test(arguments: ["<html>Service Unavailable</html>", "", "{\"error\": {\"error_co"])
    func aPageThatIsNoJSONIsLost(body: String) async {
        let words = "The server answered 500 without saying why."
        #expect(await failure(500, body) == .lost(words: words, answered: true))
        guard case .lost(_, answered: true) = await failure(200, body) else {
            Issue.record("200 with \(body)")
            return
        }
    }

    @Test(arguments: [502, 504, 522])
    func aGatewayThatHeardNothingIsNoAnswerOfTheAPI(status: Int) async {
        guard case .lost(_, answered: false) = await failure(status, "<html></html>") else {
            Issue.record("\(status)")
            return
        }
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func aRedirectIsRefusedAndItsAddressNotShown(status: Int) async {
        let headers = [HTTPHeader("Location", "https://elsewhere.example/?key=1")]
        let failure = await failure(status, "", headers)
        #expect(failure == .refused(words: "The server sends us elsewhere (\(status)): check base_url."))
    }

    @Test func howLongToWaitIsToldInSecondsOrAsADate() async {
        let date = HTTPHeader("Date", "Sun, 06 Nov 1994 08:49:37 GMT")
        let waits: [(String, Int?)] = [
            ("7", 7), ("-7", 0), ("99999999", 3_600), ("Sun, 06 Nov 1994 08:50:07 GMT", 30),
            ("Sun, 06 Nov 1994 08:00:00 GMT", 0), ("soon", nil),
        ]
        for (text, seconds) in waits {
            let failure = await failure(429, "", [date, HTTPHeader("retry-after", text)])
            guard case .throttled(seconds, _) = failure else {
                Issue.record("\(text): \(String(describing: failure))")
                continue
            }
        }
    }

    @Test(arguments: [200, 401, 429, 500])
    func theServersTimeIsToldWithFailuresToo(status: Int) async {
        let date = HTTPHeader("date", "Sun, 06 Nov 1994 08:49:37 GMT")
        let answer = await ScriptedDoor(status: status, headers: [date], body: "").client().storeInfo()
        #expect(answer.failure != nil)
        #expect(answer.serverTime == ServerTime(unixSeconds: 784_111_777))
    }

    @Test func faultsOfTheNetworkAreToldApart() async {
        let nothing = await fault(.nothingLeft("No name"))
        #expect(nothing.failure == .nothingLeft(words: "No name"))
        let silence = await fault(.lost("Silence", head: nil))
        #expect(silence.failure == .lost(words: "Silence", answered: false))
        let cutOff = await fault(.lost("Cut off", head: HTTPHead(status: 200)))
        #expect(cutOff.failure == .lost(words: "Cut off", answered: true))
        let gateway = await fault(.lost("Cut off", head: HTTPHead(status: 504)))
        #expect(gateway.failure == .lost(words: "Cut off", answered: false))
        let throttled = await fault(.lost("Cut off", head: HTTPHead(status: 429)))
        #expect(throttled.failure == .throttled(retryAfter: nil, words: "Cut off"))
    }

    private func failure(_ status: Int, _ body: String, _ headers: [HTTPHeader] = []) async -> CallFailure? {
        let door = ScriptedDoor(status: status, headers: headers, body: body)
        return await door.client().purchases(PurchasesRequest()).failure
    }

    private func fault(_ fault: HTTPFault) async -> Answer<StoreInfo> {
        await ScriptedDoor(.failure(fault)).client().storeInfo()
    }
}
