import FoundationEssentials
import Model

extension Fault {
    /// What the client gets in the place of `answer`; nil where the fault leaves the answer to the endpoint.
    /// Errors come in the API's own shape.
    func spoil(_ answer: Answer?, of api: API) async -> Answer? {
        switch self {
        case .close, .late: return Self.ended(.close)
        case .reset: return Self.ended(.reset)
        case .hang(let milliseconds): return await Self.silence(milliseconds)
        case .cutOff(let bytes): return Self.cut(answer, after: bytes)
        case .html(let status): return Answer(html: Self.title(status), status: status)
        case .serverError: return Self.serverError(of: api)
        case .tooMany(let retryAfter): return Self.throttled(retryAfter, api)
        case .storeError(let code, let status):
            return Self.told(code, status, api)
        case .says(let words, let code, let status): return Self.told(code, status, api, words)
        case .redirect: return Self.redirected()
        case .missingArray: return Answer(body: Data("{}".utf8))
        case .slow(let milliseconds):
            try? await Task.sleep(for: .milliseconds(milliseconds))
            return answer
        case .refusePurchase, .refuse, .halfApplied, .staleReads, .spoiltRow: return nil
        }
    }

    private static let words: [Int: String] = [
        1: "Unknown method", 2: "HTTP verb not supported", 3: "Invalid parameters", 4: "Unknown error",
        5: "Database error", 6: "Key authentication failed", 7: "Permission Denied", 8: "Not implemented",
        9: "Invalid date", 10: "Response format unsupported", 11: "Invalid submission", 12: "Out of order",
        13: "You must be logged in", 14: "Request throttled", 15: "Invalid ID",
        17: "Invalid API caller credentials.",
    ]

    /// The shape that the documents' OpenAPI promises.
    static func ownError(_ status: Int, _ words: String) -> Answer {
        Answer(status: status, body: Data(#"{"error":"\#(words)","details":{}}"#.utf8))
    }

    private static func serverError(of api: API) -> Answer {
        switch api {
        case .runsignupTicketStore, .runsignupRaceStore:
            ownError(500, "An unexpected error has occurred.")
        case .tixstock: TixstockError.told(500, "Server Error").answer()
        case .ticketEvolution: Answer(status: 500, body: Data(#"{"error":"Error"}"#.utf8))
        }
    }

    /// An error with a code of that API's.
    private static func told(_ code: Int, _ status: Int, _ api: API, _ said: String? = nil) -> Answer {
        switch api {
        case .runsignupTicketStore, .runsignupRaceStore:
            return Answer(
                StoreError(status: status, code: code, message: said ?? words[code] ?? "Error \(code)"))
        case .tixstock:
            return TixstockError(status: status, code: code, sentences: [said ?? "Error \(code)"]).answer()
        case .ticketEvolution:
            let error = ["code": String(code), "message": said ?? "Error \(code)"]
            return (try? Answer(json: ["errors": [error]], status: status)) ?? Answer(status: status)
        }
    }

    private static func ended(_ ending: Answer.Ending) -> Answer {
        var answer = Answer()
        answer.ending = ending
        return answer
    }

    private static func silence(_ milliseconds: Int?) async -> Answer {
        let pause = milliseconds.map { Duration.milliseconds($0) } ?? .seconds(86_400)
        try? await Task.sleep(for: pause)
        return ended(.close)
    }

    /// Without a body of its own to cut, the beginning of a page does.
    private static func cut(_ answer: Answer?, after bytes: Int?) -> Answer {
        var cut =
            answer ?? Answer(body: Data(#"{"store_purchases":[{"store_purchase_id":1001,"quantity"#.utf8))
        cut.ending = .cut(after: min(bytes ?? cut.body.count / 2, max(0, cut.body.count - 1)))
        return cut
    }

    private static func throttled(_ retryAfter: Int?, _ api: API) -> Answer {
        var answer =
            api == .tixstock
            ? TixstockError.told(429, "Too many requests").answer() : ownError(429, "Too many requests")
        answer.retryAfter = retryAfter
        return answer
    }

    private static func redirected() -> Answer {
        var answer = Answer(status: 302)
        answer.location = "http://elsewhere.invalid/rest/"
        return answer
    }

    private static func title(_ status: Int) -> String {
        switch status {
        case 502: "502 Bad Gateway"
        case 503: "503 Service Temporarily Unavailable"
        case 504: "504 Gateway Time-out"
        case 522: "522 Connection timed out"
        default: "We'll be right back"
        }
    }
}
