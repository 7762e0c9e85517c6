import FoundationEssentials

/// The body of a good answer as the document writes it; `meaning` is what the program makes of it.
protocol WireAnswer: Decodable, SendableMetatype {
    associatedtype Meaning: Sendable
    var meaning: Meaning { get }
    /// It says that something took effect: then an error beside it does not mean that nothing did.
    var tellsOfAnEffect: Bool { get }
}

extension WireAnswer {
    var tellsOfAnEffect: Bool { false }
}

/// Tells values from failures, and failures from one another, however the server puts them.
struct Judge<Shape: ErrorShape>: Sendable {
    var redaction: Redaction
    /// On these the server did nothing because we were too fast.
    var throttledStatuses: Set<Int> = [429]
    /// By these, without a word of the API's own, a server says that it knows no such call: nothing was done.
    /// All but 404, which may be the way to it that is wrong, are told as 405.
    var unknownCallStatuses: Set<Int> = []

    func answer<Wire: WireAnswer>(_ answer: HTTPAnswer, as wire: Wire.Type) -> Answer<Wire.Meaning> {
        guard (200..<300).contains(answer.head.status) else { return failed(answer) }
        do {
            switch try JSONDecoder().decode(Envelope<Shape, Wire>.self, from: answer.body) {
            case .good(let wire): return .ok(wire.meaning, at: answer.head.serverTime)
            case .error: return failed(answer)
            case .both:
                let words = "The server told of an effect and of an error at once."
                return told(.lost(words: words, answered: true), answer.head)
            }
        } catch {
            let problem = FieldFault(error).sentence
            return told(failure(head: answer.head, error: nil, otherwise: problem), answer.head)
        }
    }

    func answer<Value>(_ fault: HTTPFault) -> Answer<Value> {
        switch fault {
        case .nothingLeft(let words):
            .failed(.nothingLeft(words: redaction.words(words)))
        case .lost(let words, nil):
            .failed(.lost(words: redaction.words(words), answered: false))
        case .lost(let words, let head?):
            told(failure(head: head, error: nil, otherwise: words), head)
        }
    }

    private func failed<Value>(_ answer: HTTPAnswer) -> Answer<Value> {
        let body = try? JSONDecoder().decode(JSONValue.self, from: answer.body)
        let error = body.flatMap(Shape.init)
        let otherwise = "The server answered \(answer.head.status) without saying why."
        return told(
            failure(head: answer.head, error: error, otherwise: otherwise), answer.head, code: error?.code)
    }

    private func told<Value>(
        _ failure: CallFailure, _ head: HTTPHead, code: Int? = nil
    ) -> Answer<Value> {
        .failed(failure, at: head.serverTime, sign: CallSign(status: head.status, code: code))
    }

    private func failure(head: HTTPHead, error: Shape?, otherwise: String) -> CallFailure {
        let words = redaction.words(error?.words ?? otherwise)
        if throttledStatuses.contains(head.status) || error?.isThrottling == true {
            return .throttled(retryAfter: head.retryAfter, words: words)
        }
        if error?.isRefusal ?? false { return .refused(words: words) }
        if [401, 403].contains(head.status), error?.isAboutRequest != true { return .refused(words: words) }
        if (300..<400).contains(head.status) {
            return .refused(words: "The server sends us elsewhere (\(head.status)): check base_url.")
        }
        if error == nil, unknownCallStatuses.contains(head.status) {
            let isLost = head.status == 404
            let hint = isLost ? ": check base_url." : "."
            let words = "The server knows no such call (\(head.status))\(hint)"
            return .named(words: words, code: isLost ? nil : 405)
        }
        if let error, error.words != nil, !error.isDoubtful(status: head.status), head.status < 500 {
            return .named(words: words, code: error.code)
        }
        return .lost(words: words, answered: !head.isGatewaySpeaking)
    }
}

extension HTTPHead {
    /// By these a gateway says that it did not hear from the API, which may still be at work.
    fileprivate var isGatewaySpeaking: Bool { [502, 504].contains(status) || (520...524).contains(status) }
}

/// A body that tells an error, or else is what was asked for: errors come with status 200 as well.
private enum Envelope<Shape: ErrorShape, Wire: WireAnswer>: Decodable {
    case good(Wire)
    case error
    case both

    init(from decoder: any Decoder) throws {
        // A bare list has no keys, and so no error.
        let fields = try? decoder.container(keyedBy: NamedKey.self)
        let tells = Shape.keys.contains { key in
            (try? fields?.decodeIfPresent(JSONValue.self, forKey: NamedKey(key)))?.isNothing == false
        }
        if tells {
            self = (try? Wire(from: decoder))?.tellsOfAnEffect == true ? .both : .error
        } else {
            self = .good(try Wire(from: decoder))
        }
    }
}

/// A key known only when the program runs.
struct NamedKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
