import Simulator
import Testing

@Suite(.serialized, .timeLimit(.minutes(2))) struct LostAnswerTests {
    /// The connection gave no answer: the effect may be there, absent or yet to come.
    static let lost: [Mishap] = [
        Mishap(.close), Mishap(.close, .afterEffect), Mishap(.reset), Mishap(.reset, .afterEffect),
        Mishap(.hang(milliseconds: nil)), Mishap(.hang(milliseconds: nil), .afterEffect),
        Mishap(.html(status: 502)), Mishap(.html(status: 502), .afterEffect),
        Mishap(.late(milliseconds: 400)), Mishap(.staleReads(milliseconds: 500)),
    ]

    @Test(arguments: lost)
    func everyMarkEndsConfirmedOnce(mishap: Mishap) async throws { try await mishap.endsConfirmedOnce() }
}
