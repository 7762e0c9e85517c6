import APIs
import FoundationEssentials
import Synchronization
import Testing

/// What opens a store: a login's token that is refused is renewed, once, and only where one is read.
@Suite struct AccessTests {
    private static let refusal = #"{"error": {"error_code": 6, "error_msg": "Key authentication failed"}}"#

    @Test func aRefusedTokenIsRenewedAndTheReadMadeOnceMore() async throws {
        let door = TokenDoor(good: "new")
        let page = try await door.client(["old", "new"]).purchases(RaceStoreRequest()).result.get()
        #expect(page.rowCount == 0)
        #expect(door.tokens == ["Bearer old", "Bearer new"])
    }

    @Test func whereThereIsNothingBetterTheRefusalSaysWhatToDo() async {
        let door = TokenDoor(good: "never")
        let failure = await door.client(["old", "old"]).purchases(RaceStoreRequest()).failure
        #expect(failure == .refused(words: "log in: Key authentication failed"))
        #expect(door.tokens == ["Bearer old"])
        let twice = await door.client(["old", "new"]).purchases(RaceStoreRequest()).failure
        #expect(twice == .refused(words: "log in: Key authentication failed"))
        #expect(door.tokens == ["Bearer old", "Bearer old", "Bearer new"])
        let nobody = await door.client([]).purchases(RaceStoreRequest()).failure
        // Who gives it says what to do about it.
        #expect(nobody == .refused(words: "Nobody"))
    }

    /// A new token changes nothing about who calls, or where to: nobody has to log in for it.
    @Test(arguments: [
        (400, #"{"error": {"error_code": 17, "error_msg": "Invalid API caller."}}"#, "Invalid API"),
        (302, "", "The server sends us elsewhere (302)"),
    ])
    func whatIsNoMatterOfTheTokenIsNotRenewed(status: Int, body: String, words: String) async {
        let door = ScriptedDoor(status: status, body: body)
        let asked = Mutex(0)
        let access = RunSignupAccess(remedy: "log in") { _ in
            asked.withLock { $0 += 1 }
            return .success(.bearer("token"))
        }
        let client = RaceStoreClient(
            baseURL: "http://127.0.0.1:1/rest", raceID: "9", access: access, registration: nil,
            http: door.door, gate: CallGate(limit: 2), lane: .inline)
        let failure = await client.purchases(RaceStoreRequest()).failure
        guard case .refused(let told) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(told.hasPrefix(words) && asked.withLock { $0 } == 1)
    }

    @Test func aKeyIsWhatItIs() async {
        let door = ScriptedDoor(body: Self.refusal)
        let failure = await door.raceStore().purchases(RaceStoreRequest()).failure
        #expect(failure == .refused(words: "Key authentication failed"))
        #expect(door.calls.count == 1)
    }
}

/// Opens to one token alone.
private final class TokenDoor: Sendable {
    private let good: String
    private let seen = Mutex<[String]>([])

    init(good: String) { self.good = good }

    var tokens: [String] { seen.withLock { $0 } }

    /// - Parameter tokens: given out one after another.
    func client(_ tokens: [String]) -> RaceStoreClient {
        let rest = Mutex(tokens)
        let access = RunSignupAccess(remedy: "log in") { _ in
            guard let token = rest.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else {
                return .failure(.refused(words: "Nobody"))
            }
            return .success(.bearer(token))
        }
        return RaceStoreClient(
            baseURL: "http://127.0.0.1:1/rest", raceID: "9", access: access, registration: nil,
            http: HTTPDoor { call throws(HTTPFault) in self.reply(to: call) }, gate: CallGate(limit: 2),
            lane: .inline)
    }

    private func reply(to call: HTTPCall) -> HTTPAnswer {
        let token = call.headers.first { $0.name == "Authorization" }?.value ?? ""
        seen.withLock { $0.append(token) }
        let body =
            token == "Bearer \(good)"
            ? #"{"purchases": [], "next_url": null}"#
            : #"{"error": {"error_code": 6, "error_msg": "Key authentication failed"}}"#
        return HTTPAnswer(head: HTTPHead(status: 200), body: Data(body.utf8))
    }
}
