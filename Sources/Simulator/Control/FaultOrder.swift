import Hummingbird

/// A fault asked for over HTTP, such as `{"fault":"html","status":502,"endpoint":"fulfillment","moment":
/// "after","next":2}`. Without an occasion it strikes the next call.
struct FaultOrder: Decodable {
    private var fault: String
    private var moment: FaultMoment?
    private var endpoint: Endpoint?
    private var next: Int?
    private var nth: Int?
    private var permille: Int?
    private var always: Bool?
    private var milliseconds: Int?
    private var bytes: Int?
    private var status: Int?
    private var code: Int?
    private var at: Int?
    private var purchases: Int?
    private var purchase: Int?
    private var retryAfter: Int?
    private var words: String?

    private enum CodingKeys: String, CodingKey {
        case fault, moment, endpoint, next, nth, permille, always, milliseconds, bytes, status, code, at
        case purchases, purchase, words
        case retryAfter = "retry_after"
    }

    func rule() throws -> FaultRule {
        FaultRule(try kind(), moment ?? .beforeEffect, on: endpoint, occasion)
    }

    private var occasion: FaultRule.Occasion {
        if always == true { return .always }
        if let nth { return .nth(nth) }
        if let permille { return .permille(permille) }
        return .next(next ?? 1)
    }

    private func kind() throws -> Fault {
        switch fault {
        case "close": .close
        case "reset": .reset
        case "hang": .hang(milliseconds: milliseconds)
        case "slow": .slow(milliseconds: milliseconds ?? 1_000)
        case "cut-off": .cutOff(bytes: bytes)
        case "html": .html(status: status ?? 502)
        case "server-error": .serverError
        case "too-many": .tooMany(retryAfter: retryAfter)
        case "store-error": .storeError(code: code ?? 5, status: status ?? 200)
        case "says": .says(words ?? "No.", code: code ?? 3, status: status ?? 200)
        case "redirect": .redirect
        case "refuse-purchase": purchase.map { .refuse(purchase: $0) } ?? .refusePurchase(at: at ?? 0)
        case "half-applied": .halfApplied(purchases: purchases ?? 1)
        case "late": .late(milliseconds: milliseconds)
        case "stale-reads": .staleReads(milliseconds: milliseconds)
        case "spoilt-row": .spoiltRow(at: at ?? 0)
        case "missing-array": .missingArray
        default: throw HTTPError(.badRequest, message: "unknown fault: \(fault)")
        }
    }
}
