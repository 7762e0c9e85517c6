import APIs
import FoundationEssentials
import Synchronization
import Testing

/// The browser's way back, over a real socket.
@Suite struct OAuthListenerTests {
    @Test func onlyWhatBelongsToTheLoginComesThrough() async throws {
        let came = Mutex<[OAuthReturn]>([])
        let listener = try #require(
            await OAuthListener.open(port: 0, state: "st") { back in came.withLock { $0.append(back) } })
        try await withNetwork { network in
            for (path, status) in [
                ("/favicon.ico", 404), ("/?code=x&state=other", 400), ("/?", 404),
                ("/?error=access_denied&state=st", 200), ("/back?state=st&code=c%2B1", 200),
            ] {
                let base = "http://127.0.0.1:\(listener.port)"
                let answer = try await network.door.send(HTTPCall(.get, baseURL: base, path: path))
                #expect(answer.head.status == status, "\(path)")
                #expect(!String(decoding: answer.body, as: UTF8.self).contains("c+1"))
            }
        }
        #expect(
            came.withLock { $0 } == [
                .foreign, .refused(words: "access_denied"), .code("c+1"),
            ])
        // Taken is taken.
        #expect(await OAuthListener.open(port: listener.port, state: "st") { _ in } == nil)
        await listener.close()
    }
}
