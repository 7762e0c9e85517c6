import APIs
import FoundationEssentials
import Testing

/// The real client against a server of bytes on loopback.
@Suite struct NetworkTests {
    @Test func aCallArrivesByteForByte() async throws {
        try await LoopbackServer.with(.answer("200 OK", headers: "X-A: 1\r\n", body: "hello")) { server in
            let call = HTTPCall(
                .post, baseURL: server.baseURL, path: "/v2/a.json",
                query: [QueryItem("k", "a+b&c=d é/?%"), QueryItem("f", true)],
                headers: [HTTPHeader("X-RSU-API-SECRET", "s")], body: Data("body".utf8))
            let answer = try await send(call)
            #expect(answer.head.status == 200)
            #expect(answer.head["x-a"] == "1")
            #expect(answer.body == Data("hello".utf8))
            let request = try #require(server.requests.first)
            #expect(
                request.hasPrefix("POST /rest/v2/a.json?k=a%2Bb%26c%3Dd%20%C3%A9%2F%3F%25&f=T HTTP/1.1\r\n"))
            #expect(request.contains("X-RSU-API-SECRET: s\r\n"))
            #expect(request.contains("User-Agent: shipdesk/test\r\n"))
            #expect(request.hasSuffix("\r\n\r\nbody"))
        }
    }

    @Test func whereNobodyListensNothingLeft() async throws {
        let port = try await LoopbackServer.deadPort()
        await expectNothingLeft("http://127.0.0.1:\(port)")
    }

    @Test(arguments: ["http://nobody.invalid", "no address", "http://"])
    func whereThereIsNoServerNothingLeft(baseURL: String) async {
        await expectNothingLeft(baseURL)
    }

    @Test func whereTLSFailsNothingLeft() async throws {
        try await LoopbackServer.with(.greeting("no TLS here")) { server in
            await expectNothingLeft("https://127.0.0.1:\(server.port)")
        }
    }

    @Test func whereTLSNeverAnswersNothingLeft() async throws {
        try await LoopbackServer.with(.silence) { server in
            await expectNothingLeft("https://127.0.0.1:\(server.port)", patience: short)
        }
    }

    @Test func silenceIsLost() async throws {
        try await LoopbackServer.with(.silence) { server in
            #expect(await fault(post(server), patience: short) == .lost("No answer came in time.", head: nil))
            #expect(server.requests.count == 1)
        }
    }

    @Test func anAnswerThatNeverEndsIsLostButItsHeadIsKnown() async throws {
        let start = LoopbackServer.Reply.bytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
        try await LoopbackServer.with(start) { server in
            let head = HTTPHead(status: 200, headers: [HTTPHeader("Content-Length", "100")])
            #expect(
                await fault(post(server), patience: short) == .lost("No answer came in time.", head: head))
        }
    }

    @Test func aConnectionThatClosesWithoutAnAnswerIsLostAndNotTriedAgain() async throws {
        try await LoopbackServer.with(.bytesAndClose("")) { server in
            let words = "The connection broke off before the whole answer came."
            #expect(await fault(post(server)) == .lost(words, head: nil))
            #expect(server.requests.count == 1)
        }
    }

    @Test func aBodyThatIsCutOffIsLostButItsHeadIsKnown() async throws {
        let cutOff = "HTTP/1.1 500 Oh\r\nContent-Length: 100\r\n\r\n{\"store"
        try await LoopbackServer.with(.bytesAndClose(cutOff)) { server in
            guard case .lost(_, let head?) = await fault(post(server)) else {
                Issue.record("no head")
                return
            }
            #expect(head.status == 500)
        }
    }

    @Test func aBodyThatIsTooLargeIsLost() async throws {
        try await LoopbackServer.with(.answer("200 OK", body: String(repeating: "x", count: 2_000))) {
            server in
            let head = HTTPHead(status: 200, headers: [HTTPHeader("Content-Length", "2000")])
            #expect(await fault(post(server)) == .lost("The answer is too large.", head: head))
        }
    }

    @Test func aRedirectIsAnAnswerAndNotFollowed() async throws {
        let away = "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"
        try await LoopbackServer.with(.bytes(away)) { server in
            try #expect(await send(post(server)).head.status == 302)
            #expect(server.requests.count == 1)
        }
    }

    @Test func requestsThatChangeSomethingHaveConnectionsOfTheirOwn() async throws {
        try await LoopbackServer.with(.answer("200 OK", body: "{}")) { server in
            try await withNetwork { network in
                for _ in 1...3 { _ = try await network.door.send(post(server)) }
                #expect(server.connections == 3)
                let read = HTTPCall(.get, baseURL: server.baseURL, path: "/a")
                for _ in 1...3 { _ = try await network.door.send(read) }
                #expect(server.connections == 4)
            }
        }
    }

    @Test func aCancelledCallIsGivenUp() async throws {
        try await LoopbackServer.with(.silence) { server in
            let call = post(server)
            let sending = Task { await fault(call) }
            while server.requests.isEmpty { await Task.yield() }
            sending.cancel()
            #expect(await sending.value == .lost("Given up before the answer came.", head: nil))
        }
    }

    /// Long enough for a busy machine to send a request and read a head.
    private let short = Duration.seconds(2)

    private func expectNothingLeft(_ baseURL: String, patience: Duration = .seconds(60)) async {
        let call = HTTPCall(.post, baseURL: baseURL, path: "/a", body: Data("x".utf8))
        guard case .nothingLeft(let words) = await fault(call, patience: patience) else {
            Issue.record("not told apart: \(baseURL)")
            return
        }
        #expect(!words.contains("127.0.0.1"))
    }

    private func post(_ server: LoopbackServer) -> HTTPCall {
        HTTPCall(.post, baseURL: server.baseURL, path: "/a", body: Data("x".utf8))
    }

    private func send(_ call: HTTPCall) async throws -> HTTPAnswer {
        try await withNetwork { try await $0.door.send(call) }
    }

    private func fault(_ call: HTTPCall, patience: Duration = .seconds(60)) async -> HTTPFault? {
        do {
            _ = try await withNetwork(patience: patience, largestBody: 1_000) { try await $0.door.send(call) }
            return nil
        } catch {
            return error as? HTTPFault
        }
    }
}
