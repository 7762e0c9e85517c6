/// One call from leaving to being judged: what all clients have in common. Sends each request once.
struct Caller<Shape: ErrorShape>: Sendable {
    var http: HTTPDoor
    var gate: CallGate
    var lane: DecodingLane
    /// How many calls a stretch of time may see; nil where nobody set a figure.
    var budget: CallBudget?
    /// Kept out of every message.
    var secrets: [String]
    var throttledStatuses: Set<Int> = [429]
    var unknownCallStatuses: Set<Int> = []

    /// - Parameter texts: what the request holds of a customer; kept out of the server's words.
    func answer<Wire: WireAnswer>(
        _ call: HTTPCall, hiding texts: [String] = [], as wire: Wire.Type
    ) async -> Answer<Wire.Meaning> {
        if let seconds = budget?.take() { return .failed(.pausing(seconds)) }
        let judge = Judge<Shape>(
            redaction: Redaction(secrets: secrets, hiding: texts), throttledStatuses: throttledStatuses,
            unknownCallStatuses: unknownCallStatuses)
        let outcome = await gate.through { await http.outcome(of: call) }
        let answer: Answer<Wire.Meaning>
        switch outcome {
        case .failure(let fault): answer = judge.answer(fault)
        case .success(let whole): answer = await lane.run { judge.answer(whole, as: wire) }
        }
        return told(answer)
    }

    /// A server that says "too fast" without saying how long means the whole of its stretch.
    private func told<Value>(_ answer: Answer<Value>) -> Answer<Value> {
        guard let budget, case .throttled(let told, let words) = answer.failure else { return answer }
        let seconds = budget.overrun(told)
        return answer.passedOn(.throttled(retryAfter: seconds, words: words))
    }

    /// What a server says beside an answer, fit for people.
    func words(_ text: String) -> String { Redaction(secrets: secrets).words(text) }
}

extension CallFailure {
    /// We hold a call back ourselves: nothing left us.
    fileprivate static func pausing(_ seconds: Int) -> CallFailure {
        .throttled(retryAfter: seconds, words: "As many calls as this server allows were made; waiting.")
    }
}

extension HTTPDoor {
    fileprivate func outcome(of call: HTTPCall) async -> Result<HTTPAnswer, HTTPFault> {
        do throws(HTTPFault) {
            return .success(try await send(call))
        } catch {
            return .failure(error)
        }
    }
}
