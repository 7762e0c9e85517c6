import APIs
import Model
import Services

/// The wire between a box and the server, with everything that can happen on it.
extension World {
    func read(
        _ request: PurchasesRequest, by box: Box, done: @escaping (Answer<PurchasesPage>) throws -> Void
    ) {
        tally.reads += 1
        box.noteCall()
        if let failure = drawReadFailure() {
            tell("\(box) asks for page \(request.page): \(failure.answer)")
            return after(failure.delay) { try done(.failed(failure.answer)) }
        }
        let there = chance.time(5...400)
        let back =
            !areFaultsOver && chance.happens(faults.slowReads)
            ? chance.time(2_000...15_000) : chance.time(5...400)
        after(there) { [self] in
            let page = server.page(request, now: now)
            let time = ServerTime(unixSeconds: server.seconds(now))
            after(back) { [self] in
                tell("\(box) read page \(request.page) since \(request.modifiedSince ?? 0): \(page.words)")
                try done(.ok(page, at: time))
            }
        }
    }

    func drawReadFailure() -> (answer: CallFailure, delay: Int64)? {
        if refusedUntil > now { return (.refused(words: "The key is refused."), 80) }
        guard !areFaultsOver, chance.happens(faults.reads) else { return nil }
        let fault = chance.pick(faults.readKinds)
        tally.faults["read \(fault.rawValue)", default: 0] += 1
        switch fault {
        case .nothingLeft: return (.nothingLeft(words: "No route."), 300)
        case .lost: return (.lost(words: "No answer.", answered: false), 20_000)
        case .named: return (.named(words: "Maintenance.", code: 1), 90)
        case .throttled: return (.throttled(retryAfter: chance.pick([nil, 2]), words: "Too many."), 60)
        }
    }

    func post(_ batch: Batch, by box: Box, done: @escaping (Answer<FulfillmentReply>) throws -> Void) {
        tally.posts += 1
        box.noteCall()
        box.check(batch)
        let call = PostCall(
            request: FulfillmentRequest(batch), batch: batch, box: box, sentAt: now, done: done)
        if refusedUntil > now { return answer(call, .failed(.refused(words: "The key is refused.")), in: 80) }
        guard !areFaultsOver, chance.happens(faults.posts) else { return arrive(call) }
        let fault = chance.pick(faults.postKinds)
        tally.faults[fault.rawValue, default: 0] += 1
        tell("\(box) posts \(batch.words): \(fault.rawValue)")
        suffer(fault, call)
    }

    /// Nothing happens to it.
    private func arrive(_ call: PostCall) {
        tell("\(call.box) posts \(call.batch.words)")
        after(chance.time(5...400)) { [self] in
            if let words = server.objection(to: call.request) {
                wasNamed.formUnion(call.request.purchases.map(\.id))
                return answer(call, .failed(.named(words: words, code: 1)), in: 30)
            }
            land(call)
            answer(call, .ok(server.reply(to: call.request)), in: chance.time(5...400))
        }
    }

    private func suffer(_ fault: PostFault, _ call: PostCall) {
        let timeOut: Int64 = 20_000
        let silence = Answer<FulfillmentReply>.failed(.lost(words: "No answer.", answered: false))
        let broken = Answer<FulfillmentReply>.failed(.lost(words: "Not readable.", answered: true))
        switch fault {
        case .nothingLeft: answer(call, .failed(.nothingLeft(words: "No route.")), in: 200)
        case .requestLost: answer(call, silence, in: timeOut)
        case .replyLost: effect(call, in: chance.time(10...900)); answer(call, silence, in: timeOut)
        case .late:
            effect(call, in: chance.pick([19_000, 21_000, 26_000, 34_000, 39_000, 43_000, 60_000, 150_000]))
            answer(call, silence, in: timeOut)
        case .gatewayBefore: answer(call, silence, in: 5_000)
        case .gatewayAfter: effect(call, in: 300); answer(call, silence, in: 5_000)
        case .gatewayLate:
            effect(call, in: chance.pick([6_000, 12_000, 38_000, 70_000])); answer(call, silence, in: 5_000)
        case .errorBefore: answer(call, broken, in: 300)
        case .errorAfter, .cutOff: effect(call, in: 100); answer(call, broken, in: 300)
        case .halfApplied: effect(call, in: 100, half: true); answer(call, broken, in: 300)
        case .halfAppliedSilently: effect(call, in: 100, half: true); answer(call, silence, in: timeOut)
        case .named:
            wasNamed.formUnion(call.request.purchases.map(\.id))
            answer(call, .failed(.named(words: "Not now.", code: 1)), in: 150)
        case .lineMissing: effect(call, in: 50); answer(call, .ok(FulfillmentReply(remaining: [:])), in: 200)
        case .throttled:
            answer(call, .failed(.throttled(retryAfter: chance.pick([nil, 5]), words: "14")), in: 60)
        }
    }

    private func effect(_ call: PostCall, in delay: Int64, half: Bool = false) {
        landing += 1
        after(delay) { [self] in
            landing -= 1
            // What the server refuses it refuses as well when nobody hears of it.
            guard server.objection(to: call.request) == nil else { return }
            land(call, half: half)
        }
    }

    private func land(_ call: PostCall, half: Bool = false) {
        let lines = half ? Array(call.batch.lines.prefix((call.batch.lines.count + 1) / 2)) : call.batch.lines
        for line in lines.map(\.mark) {
            let lag = !areFaultsOver && chance.happens(faults.lags) ? chance.time(200...faults.longestLag) : 0
            if lag > 0 { tally.faults["list lags", default: 0] += 1 }
            tell("the server adds \(line.words) for \(call.box)\(lag > 0 ? ", listed in \(lag) ms" : "")")
            server.apply(
                FulfillmentLine(
                    item: line.item, quantity: line.quantity, deliverBy: line.deliverBy,
                    tracking: line.tracking, address: line.address), to: line.purchase,
                origin: Origin(box: call.box.number, mark: line.id, sentAt: call.sentAt), now: now, lag: lag)
        }
    }

    private func answer(_ call: PostCall, _ answer: Answer<FulfillmentReply>, in delay: Int64) {
        after(delay) { [self] in
            if case .failure(.lost(_, true)) = answer.result { call.box.noteAnswered(call.batch, at: now) }
            if call.isShortOfLines(answer) { call.box.noteAnswered(call.batch, at: now) }
            tell("\(call.box) hears: \(answer.failure.map { "\($0)" } ?? "done")")
            try call.done(answer)
        }
    }
}

/// A request that marks, on its way.
struct PostCall {
    var request: FulfillmentRequest
    var batch: Batch
    var box: Box
    var sentAt: Int64
    var done: (Answer<FulfillmentReply>) throws -> Void

    func isShortOfLines(_ answer: Answer<FulfillmentReply>) -> Bool {
        answer.value.map { $0.remaining.isEmpty } ?? answer.failure.map {
            if case .named = $0 { true } else { false }
        } ?? false
    }
}

extension PurchasesPage {
    var words: String {
        let rows = purchases.map {
            "\($0.id)[\($0.ledger.map { "\($0.item):\($0.quantity)" }.joined(separator: " "))]"
        }
        return rows.joined(separator: " ") + (setAside.isEmpty ? "" : " and \(setAside.count) unreadable")
    }
}

extension Batch {
    var words: String { lines.map(\.mark.words).joined(separator: ", ") }
}

extension Mark {
    var words: String { "mark \(id) (\(verb.rawValue) \(quantity) of \(purchase):\(item))" }
}
