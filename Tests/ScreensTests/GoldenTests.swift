import Screens
import Terminal
import TestKit
import Testing
import ViewModels

@Suite struct GoldenTests {
    private let golden = Golden()

    @Test(arguments: Situation.all, Situation.sizes)
    func looksAsItDid(situation: Situation, size: Size) throws {
        try golden.match(situation.grid(size), situation.name)
    }

    @Test func noGoldenIsLeftBehind() throws {
        let names = Situation.all.flatMap { situation in
            Situation.sizes.map { Golden.fileName(situation.name, $0) }
        }
        #expect(try golden.stale(naming: names + [Golden.fileName("too-small", GoldenTests.tiny)]) == [])
    }

    @Test func tooSmallSaysSoAndHowToQuit() throws {
        try golden.match(Situation.all[0].grid(GoldenTests.tiny), "too-small")
    }

    private static let tiny = Size(width: 30, height: 8)
}
