import FoundationEssentials
import Model

/// Tixstock's partner feed: reads one order by the partner's own id, and changes it. It cannot list orders.
///
/// A value: it holds no state but the shared door and budget, and makes no second attempt at anything.
/// Values are absolute: the same update sent again changes nothing more.
package struct TixstockClient: Sendable {
    private let baseURL: String
    private let token: TixstockToken
    private let options: TixstockOptions
    private let caller: Caller<TixstockError>

    /// - Parameters:
    ///   - baseURL: what stands before `/orders/…`: `https://pf.tixstock.com/v1`.
    ///   - budget: calls a minute, of all who share the door's tallies; nil: what Tixstock allows.
    ///   - lane: where answers are decoded.
    package init(
        baseURL: String, token: TixstockToken, options: TixstockOptions = TixstockOptions(),
        http: HTTPDoor, budget: CallBudget? = nil, gate: CallGate = CallGate(limit: 2),
        lane: DecodingLane = .shared
    ) {
        self.baseURL = baseURL
        self.token = token
        self.options = options
        caller = Caller(
            http: http, gate: gate, lane: lane, budget: budget ?? .tixstock(at: baseURL, http),
            secrets: token.secrets, unknownCallStatuses: [404, 405, 501])
    }

    /// Seconds until more than so many calls of the minute are left; nil where they are now.
    package func wait(leaving reserve: Int) -> Int? { caller.budget.wait(leaving: reserve) }

    /// One order. `named` with code 404 where there is none, with 405 where the server does not tell orders:
    /// the document does not promise that it does.
    package func order(_ id: PurchaseID) async -> Answer<TixstockReply> {
        await answer(.get, "get", id)
    }

    package func order(_ id: String) async -> Answer<TixstockReply> { await order(PurchaseID(id)) }

    /// Changes an order and tells it as it is then. An update that the document would refuse does not leave:
    /// it comes back as `named`, in the words of its first ``AttributeFault``.
    package func update(_ id: PurchaseID, _ update: OrderUpdate) async -> Answer<TixstockReply> {
        if let fault = update.faults().first {
            return .failed(.named(words: fault.sentence, code: nil))
        }
        let answer = await answer(options.updateVerb.verb, "update", id, update)
        guard case .named(let words, code: 405) = answer.failure else { return answer }
        let remedy = "This server wants another verb for updates: set update_method."
        return answer.passedOn(.named(words: "\(words) \(remedy)", code: 405))
    }

    private func answer(
        _ verb: HTTPCall.Verb, _ word: String, _ id: PurchaseID, _ update: OrderUpdate? = nil
    ) async -> Answer<TixstockReply> {
        guard TixstockClient.isOneSegment(id.text) else {
            return .failed(.named(words: "This is no order's id.", code: nil))
        }
        var call = HTTPCall(
            verb, baseURL: baseURL, path: "/orders/\(word)/\(percentEncoded(id.text))", headers: token.headers
        )
        if let update {
            call.headers.append(HTTPHeader("Content-Type", "application/json"))
            call.body = update.json
        }
        let answer = await caller.answer(call, hiding: update?.privateTexts ?? [], as: TixstockWire.self)
        return answer.map { reply in
            var reply = reply
            reply.order.id = reply.order.id.named(id)
            if case .other(let word)? = reply.mode { reply.mode = .other(caller.words(word)) }
            reply.message = reply.message.map(caller.words)
            return reply
        }
    }

    /// Ids are typed and scanned: one must not become another path.
    private static func isOneSegment(_ id: String) -> Bool {
        !id.allSatisfy(\.isWhitespace) && id != "." && id != ".."
    }
}

extension PurchaseID {
    /// The path has the partner's own id, the answer may tell Tixstock's: what was asked for is the name,
    /// and only its case is the server's to say.
    fileprivate func named(_ asked: PurchaseID) -> PurchaseID {
        text.lowercased() == asked.text.lowercased() ? self : asked
    }
}
