import Logging
import Model

extension Leader {
    /// In the background, at a walking pace: nobody waits for all of it, and the store has other callers.
    func learnBuyers() async {
        guard let desk = channel.buyers else { return }
        while !isOver {
            var pause = Self.buyerPause
            do {
                if case .rest(let seconds) = try await desk.askNext() { pause = seconds * 1_000 }
            } catch {
                log.warning("buyers cannot be kept", metadata: metadata(of: error))
                pause = outbox.figures.backOffMaxInBackground
            }
            await rest(until: clock.now() + pause, buyerBell)
        }
    }

    /// The first few, for who has nobody leading all day.
    func learnSomeBuyers() async throws {
        guard let desk = channel.buyers else { return }
        for _ in 0..<Self.buyersAtOnce where try await desk.askNext() != .goOn { return }
    }

    private static let buyersAtOnce = 25
    /// Milliseconds.
    private static let buyerPause: Int64 = 1_000
}
