import APIs
import FoundationEssentials
import Glibc
import Model
import Synchronization
import TestKit
import Testing

@testable import Services

/// A login's token: renewed in time, by one at a time, and never twice with the same refresh token.
@Suite struct LoginKeeperTests {
    private static let day: Int64 = 86_400
    private static let start: Int64 = 1_800_000_000

    @Test func aTokenIsRenewedADayBeforeItsEndAndNotSooner() async throws {
        let counter = try await LoginCounter(life: 30 * Self.day)
        #expect(await counter.token() == "a1")
        counter.now.withLock { $0 += 29 * Self.day - 1 }
        #expect(await counter.token() == "a1")
        #expect(counter.calls == [])
        counter.now.withLock { $0 += 1 }
        #expect(await counter.token() == "a2")
        #expect(await counter.token() == "a2")
        #expect(counter.calls == ["refresh-1"])
        var status = stat()
        #expect(stat(counter.file.path, &status) == 0 && status.st_mode & 0o777 == 0o600)
        #expect(try counter.file.read()?.tokens.refresh == "refresh-2")
    }

    @Test func aShortLifeIsRenewedNearItsEnd() async throws {
        let counter = try await LoginCounter(life: 800)
        counter.now.withLock { $0 += 699 }
        #expect(await counter.token() == "a1")
        counter.now.withLock { $0 += 1 }
        #expect(await counter.token() == "a2")
    }

    @Test func whoIsRefusedRenewsOnceAndTheOthersTakeWhatThatBrought() async throws {
        let counter = try await LoginCounter(life: 30 * Self.day)
        let others = (0..<8).map { _ in counter.keeper() }
        let tokens = await withTaskGroup(of: String?.self) { group in
            for keeper in others { group.addTask { await counter.token(keeper, insteadOf: "a1") } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(tokens == Array(repeating: "a2", count: 8))
        #expect(counter.calls == ["refresh-1"])
        // Refused again a moment later, it is not a matter of age.
        #expect(await counter.token(insteadOf: "a2") == "a2")
        #expect(counter.calls == ["refresh-1"])
        counter.now.withLock { $0 += 600 }
        #expect(await counter.token(insteadOf: "a2") == "a3")
    }

    @Test func aLoginThatIsNotRenewedIsGoodToItsEndAndAskedForOnce() async throws {
        let counter = try await LoginCounter(life: 30 * Self.day)
        counter.answer.withLock { $0 = .refusing }
        counter.now.withLock { $0 += 30 * Self.day - 10 }
        #expect(await counter.token() == "a1")
        #expect(await counter.token() == "a1")
        counter.now.withLock { $0 += 10 }
        for _ in 1...2 {
            guard case .refused(let words) = await counter.failure() else {
                Issue.record("an old token was given out")
                return
            }
            #expect(words.contains("Spent") && !words.contains("refresh-1"))
        }
        #expect(counter.calls == ["refresh-1"])
        // Somebody logs in again.
        let fresh = OAuthTokens(access: "b1", refresh: "refresh-8", expiresAt: counter.seconds + 100)
        try await counter.file.replace(
            with: Login(clientID: "desk", tokens: fresh, obtainedAt: counter.seconds))
        #expect(await counter.token() == "b1")
    }

    @Test func silenceLeavesTheOldTokenAndIsNotAskedInCircles() async throws {
        let counter = try await LoginCounter(life: 30 * Self.day)
        counter.answer.withLock { $0 = .silent }
        counter.now.withLock { $0 += 30 * Self.day - 100 }
        for _ in 1...3 { #expect(await counter.token() == "a1") }
        #expect(counter.calls.count == 1)
        counter.now.withLock { $0 += 60 }
        #expect(await counter.token() == "a1")
        #expect(counter.calls.count == 2)
        counter.now.withLock { $0 += 40 }
        guard case .lost = await counter.failure() else {
            Issue.record("silence is not the end of a login")
            return
        }
        counter.answer.withLock { $0 = .giving }
        #expect(await counter.token() == "a2")
    }

    /// Nobody has to log in again for it: once it is mended, the old login goes on.
    @Test func aClientThatIsNotKnownIsMendedInTheConfigurationAndTheLoginHolds() async throws {
        let counter = try await LoginCounter(life: 30 * Self.day)
        counter.answer.withLock { $0 = .estranged }
        counter.now.withLock { $0 += 31 * Self.day }
        let access = counter.keeper().access(remedy: "Run login")
        guard case .failure(.refused(let words)) = await access.credentials() else {
            Issue.record("an old token was given out")
            return
        }
        #expect(
            words == "Check client_id and client_secret in the configuration: Client authentication failed")
        counter.answer.withLock { $0 = .unregistered }
        guard case .refused(let registration)? = await counter.failure() else {
            Issue.record("an unknown caller was let in")
            return
        }
        #expect(registration.hasPrefix("Check rsu_api_reg and rsu_api_reg_secret in the configuration: "))
        #expect(try counter.file.read()?.endedWhy == nil)
        counter.answer.withLock { $0 = .giving }
        #expect(await counter.token() == "a2")
    }

    @Test func whoeverMustLogInIsTold() async throws {
        let counter = try await LoginCounter(life: 30 * Self.day)
        try await counter.file.replace(with: nil)
        let access = counter.keeper().access(remedy: "Run login")
        #expect(await access.credentials() == .failure(.refused(words: "Run login: Nobody is logged in")))
    }

    @Test func whatOthersCouldReadOrAnotherClientMadeIsNotUsed() async throws {
        let counter = try await LoginCounter(life: 30 * Self.day)
        chmod(counter.file.path, 0o640)
        guard case .refused(let open) = await counter.failure() else { return #expect(Bool(false)) }
        #expect(open.contains("Others may read"))
        chmod(counter.file.path, 0o600)
        guard case .refused(let other) = await counter.failure(counter.keeper("another")) else {
            return #expect(Bool(false))
        }
        #expect(other.contains("client_id"))
        try await counter.file.replace(with: nil)
        #expect(await counter.failure() == .refused(words: "Nobody is logged in"))
        #expect(counter.calls == [])
    }
}

/// A login that was made at the start, and a server that gives a2 and refresh-2 for refresh-1, and so on.
private final class LoginCounter: Sendable {
    enum Manner { case giving, refusing, estranged, unregistered, silent }

    let folder: TemporaryFolder
    let file: LoginFile
    let now = Mutex<Int64>(1_800_000_000)
    let answer = Mutex(Manner.giving)
    private let asked = Mutex<[String]>([])
    private let own = Mutex<LoginKeeper?>(nil)

    /// - Parameter life: of a token, in seconds.
    init(life: Int64) async throws {
        folder = try TemporaryFolder("login")
        file = LoginFile(directory: folder.path, store: StoreID(1))
        let tokens = OAuthTokens(access: "a1", refresh: "refresh-1", expiresAt: 1_800_000_000 + life)
        try await file.replace(
            with: Login(clientID: "desk", tokens: tokens, obtainedAt: 1_800_000_000))
        own.withLock { $0 = keeper() }
    }

    var seconds: Int64 { now.withLock { $0 } }
    var calls: [String] { asked.withLock { $0 } }

    func keeper(_ clientID: String = "desk") -> LoginKeeper {
        let client = OAuthClient(
            baseURL: "http://127.0.0.1:1/rest",
            application: OAuthApplication(clientID: clientID, redirectURI: ""), registration: nil,
            now: { self.seconds },
            http: HTTPDoor { call throws(HTTPFault) in try self.reply(to: call) }, gate: CallGate(limit: 9))
        return LoginKeeper(
            file: file, clientID: clientID, client: client,
            clock: ServiceClock(now: { self.seconds * 1_000 }, alarm: { _, _ in }))
    }

    func token(_ keeper: LoginKeeper? = nil, insteadOf refused: String? = nil) async -> String? {
        let keeper = keeper ?? own.withLock { $0 }
        return try? await keeper?.tokens(insteadOf: refused.map { .bearer($0) }).access
    }

    func failure(_ keeper: LoginKeeper? = nil) async -> CallFailure? {
        let keeper = keeper ?? own.withLock { $0 }
        do throws(LoginKeeper.TokenFailure) {
            _ = try await keeper?.tokens(insteadOf: nil)
            return nil
        } catch {
            return error.failure
        }
    }

    private func reply(to call: HTTPCall) throws(HTTPFault) -> HTTPAnswer {
        let token =
            String(decoding: call.body ?? Data(), as: UTF8.self)
            .split(separator: "refresh_token=").last.map { String($0) } ?? ""
        asked.withLock { $0.append(token) }
        let number = (Int(token.split(separator: "-").last ?? "") ?? 0) + 1
        switch answer.withLock({ $0 }) {
        case .silent: throw .lost("No answer.", head: nil)
        case .estranged:
            let body = #"{"error": "invalid_client", "error_description": "Client authentication failed"}"#
            return HTTPAnswer(head: HTTPHead(status: 401), body: Data(body.utf8))
        case .unregistered:
            let body = #"{"error": {"error_code": 17, "error_msg": "Invalid API caller credentials."}}"#
            return HTTPAnswer(head: HTTPHead(status: 400), body: Data(body.utf8))
        case .refusing:
            let body = #"{"error": "invalid_grant", "error_description": "Spent: \#(token)"}"#
            return HTTPAnswer(head: HTTPHead(status: 400), body: Data(body.utf8))
        case .giving:
            let body =
                #"{"access_token": "a\#(number)", "refresh_token": "refresh-\#(number)", "expires_in": 2592000}"#
            return HTTPAnswer(head: HTTPHead(status: 200), body: Data(body.utf8))
        }
    }
}
