import Simulator
import Testing

@Suite(.serialized, .timeLimit(.minutes(2))) struct OddAnswerTests {
    /// The server answered, but not what was asked.
    static let odd: [Mishap] = [
        Mishap(.cutOff(bytes: nil), .afterEffect), Mishap(.cutOff(bytes: 0), .afterEffect),
        Mishap(.html(status: 503), .afterEffect), Mishap(.html(status: 200)),
        Mishap(.serverError), Mishap(.serverError, .afterEffect),
        Mishap(.storeError(code: 5, status: 200)), Mishap(.storeError(code: 5, status: 200), .afterEffect),
        Mishap(.halfApplied(purchases: 1)), Mishap(.halfApplied(purchases: 0)),
        Mishap(.missingArray), Mishap(.missingArray, .afterEffect),
    ]

    @Test(arguments: odd)
    func everyMarkEndsConfirmedOnce(mishap: Mishap) async throws { try await mishap.endsConfirmedOnce() }
}
