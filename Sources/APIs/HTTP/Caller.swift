/// One call from leaving to being judged: what all clients have in common. Sends each request once.
struct Caller<Shape: ErrorShape>: Sendable {
    var http: HTTPDoor
    var gate: CallGate
    var lane: DecodingLane
    /// How many calls a stretch of time may see, and until when the server wants to be left alone.
    var budget: CallBudget
    /// Kept out of every message.
    var secrets: [String]
    var throttledStatuses: Set<Int> = [429]
    var unknownCallStatuses: Set<Int> = []

    /// - Parameter texts: what the request holds of a customer; kept out of the server's words.
    func answer<Wire: WireAnswer>(
        _ call: HTTPCall, hiding texts: [String] = [], as wire: Wire.Type
    ) async -> Answer<Wire.Meaning> {
        let judge = Judge<Shape>(
            redaction: Redaction(secrets: secrets, hiding: texts), throttledStatuses: throttledStatuses,
            unknownCallStatuses: unknownCallStatuses)
        let answer: Answer<Wire.Meaning>
        let isFirst: Bool
        switch await gate.through({ await passage(of: call) }) {
        case .held(let seconds, let asked): return .failed(.pausing(seconds, asked: asked))
        case .failed(let fault, let first): (answer, isFirst) = (judge.answer(fault), first)
        case .answered(let whole, let first):
            (answer, isFirst) = (await lane.run { judge.answer(whole, as: wire) }, first)
        }
        return told(answer, isFirst: isFirst)
    }

    private enum Passage: Sendable {
        case held(seconds: Int, asked: Bool)
        case failed(HTTPFault, isFirst: Bool)
        case answered(HTTPAnswer, isFirst: Bool)
    }

    /// Asks the budget when nothing else is left to wait for: a pause may begin while a call waits its turn.
    private func passage(of call: HTTPCall) async -> Passage {
        let leave = await http.enter(call)
        defer { leave() }
        switch budget.take() {
        case .wait(let seconds, let asked): return .held(seconds: seconds, asked: asked)
        case .go(let isFirst):
            do throws(HTTPFault) {
                return .answered(try await http.send(call), isFirst: isFirst)
            } catch {
                return .failed(error, isFirst: isFirst)
            }
        }
    }

    /// A server that says "too fast" without saying how long means the whole of its stretch.
    private func told<Value>(_ answer: Answer<Value>, isFirst: Bool) -> Answer<Value> {
        guard case .throttled(let told, let words) = answer.failure else {
            if isFirst { budget.settle() }
            return answer
        }
        let seconds = budget.overrun(told)
        return answer.passedOn(.throttled(retryAfter: seconds, words: words))
    }

    /// What a server says beside an answer, fit for people.
    func words(_ text: String) -> String { Redaction(secrets: secrets).words(text) }
}

extension CallFailure {
    /// We hold a call back ourselves: nothing left us.
    fileprivate static func pausing(_ seconds: Int, asked: Bool) -> CallFailure {
        let why = asked ? "The server asked for a pause" : "As many calls as this server allows were made"
        return .throttled(retryAfter: seconds, words: "\(why); waiting.")
    }
}
