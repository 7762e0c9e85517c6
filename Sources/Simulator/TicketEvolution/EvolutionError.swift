/// An error in one of Ticket Evolution's shapes.
enum EvolutionError: Error {
    case invalid([String])
    case signature
    case token
    case missing(String)
    case tooMany

    var answer: Answer {
        switch self {
        case .invalid(let sentences):
            let errors = sentences.map { ["code": "invalid_params", "message": $0] }
            return Self.answer(400, ["errors": errors])
        case .signature:
            let words = "Your signature is incorrect. Please ensure you are generating it correctly"
            return Self.answer(401, ["error": words])
        case .token: return Self.answer(401, ["error": "Unauthorized"])
        case .missing(let words): return Self.answer(404, ["error": "Not Found", "message": words])
        case .tooMany:
            var answer = Self.answer(429, ["error": "Rate limit exceeded"])
            answer.retryAfter = 1
            return answer
        }
    }

    private static func answer(_ status: Int, _ body: some Encodable) -> Answer {
        (try? Answer(json: body, status: status)) ?? Answer(status: status)
    }
}
