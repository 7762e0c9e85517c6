import APIs
import Model

/// The sender of one store as a value: what came in and the time go in, what to do next comes out.
///
/// One thing at a time: look at the outbox, read what must be read, check, write `sending`, post, write
/// what came of it, look again. What is durable lies in the outbox; a new sender starts from there alone.
/// Every sender uses it: screens, command line, agent. The order of its cases is the protocol's.
package struct Sender: Sendable {
    package enum Event: Sendable {
        /// It is time, or somebody made a mark.
        case woke
        case surveyed(Survey)
        /// A page came and was absorbed: these purchases were on it. `isEnd`: it had no rows at all.
        case read([PurchaseID], isEnd: Bool)
        case readFailed(CallFailure)
        case prepared(Batch?)
        case recorded(StoreVerdict)
        /// The configuration changed or a person asked: try the credentials at once.
        case tryAgain
    }

    package enum Effect: Sendable, Hashable {
        case survey
        /// A page of the list, from 1, of purchases modified since; nil: all.
        case read(since: Int64?, page: Int)
        /// One small call that shows whether the credentials are good again.
        case probe
        /// Not even a full pass showed these.
        case missing([PurchaseID])
        case prepare([Mark])
        case post(Batch)
        /// Until then, or until something wakes it; nil: only that.
        case sleep(until: Int64?)
    }

    /// Why nothing is sent, if nothing is.
    package enum Obstacle: Sendable, Hashable {
        case unreachable(words: String, retryAt: Int64)
        case throttled(until: Int64)
        case paused(words: String, retryAt: Int64)
    }

    private enum State: Sendable, Hashable {
        case idle
        case surveying
        case reading(Reading)
        case probing
        case preparing
        case posting
    }

    let figures: ProtocolFigures
    private var state = State.idle
    private var failures = 0
    package private(set) var obstacle: Obstacle?

    package init(figures: ProtocolFigures = ProtocolFigures()) { self.figures = figures }

    /// - Parameter now: Unix milliseconds.
    package mutating func handle(_ event: Event, now: Int64) -> [Effect] {
        switch (event, state) {
        case (.tryAgain, .idle):
            obstacle = obstacle.map { $0.due(at: now) }
            return wake(now)
        case (.woke, .idle): return wake(now)
        case (.surveyed(let survey), .surveying): return plan(survey, now)
        case (.read(let ids, let isEnd), .reading(let reading)): return go(on: reading, seen: ids, isEnd)
        case (.read, .probing):
            clear()
            return survey()
        case (.readFailed(let failure), .reading), (.readFailed(let failure), .probing):
            return hinder(StoreVerdict(reading: failure), now)
        case (.prepared(let batch), .preparing):
            guard let batch else { return survey() }
            state = .posting
            return [.post(batch)]
        case (.recorded(let verdict), .posting): return hinder(verdict, now)
        default: return []
        }
    }

    private mutating func wake(_ now: Int64) -> [Effect] {
        if let due = obstacle?.due, due > now { return [.sleep(until: due)] }
        guard case .paused = obstacle else { return survey() }
        state = .probing
        return [.probe]
    }

    private mutating func survey() -> [Effect] {
        state = .surveying
        return [.survey]
    }

    private mutating func plan(_ survey: Survey, _ now: Int64) -> [Effect] {
        if !survey.sendable.isEmpty {
            state = .preparing
            return [.prepare(survey.sendable)]
        }
        guard let reading = Reading(survey.toRead, limit: figures.readingSize) else {
            state = .idle
            return [.sleep(until: survey.nextDue)]
        }
        state = .reading(reading)
        return [reading.effect]
    }

    private mutating func go(on reading: Reading, seen ids: [PurchaseID], _ isEnd: Bool) -> [Effect] {
        clear()
        var reading = reading
        switch reading.took(ids, isEnd: isEnd) {
        case .goOn:
            state = .reading(reading)
            return [reading.effect]
        case .done: return survey()
        case .missing(let gone): return [.missing(gone)] + survey()
        }
    }

    private mutating func clear() {
        failures = 0
        obstacle = nil
    }

    private mutating func hinder(_ verdict: StoreVerdict, _ now: Int64) -> [Effect] {
        switch verdict {
        case .fine:
            clear()
            return survey()
        case .unreachable(let words):
            failures += 1
            obstacle = .unreachable(words: words, retryAt: now + figures.backOff(after: failures))
        case .throttled(let milliseconds):
            failures += 1
            obstacle = .throttled(until: now + (milliseconds ?? figures.backOff(after: failures)))
        case .paused(let words):
            obstacle = .paused(words: words, retryAt: now + figures.pauseProbe)
        }
        state = .idle
        return [.sleep(until: obstacle?.due)]
    }
}

extension Sender.Obstacle {
    /// Unix milliseconds: when it is looked at again.
    package var due: Int64 {
        switch self {
        case .unreachable(_, let retryAt), .throttled(let retryAt), .paused(_, let retryAt): retryAt
        }
    }

    fileprivate func due(at now: Int64) -> Sender.Obstacle {
        switch self {
        case .unreachable(let words, _): .unreachable(words: words, retryAt: now)
        case .throttled: self
        case .paused(let words, _): .paused(words: words, retryAt: now)
        }
    }
}

extension StoreVerdict {
    /// What a failed read says of the store. A read changes nothing, so any doubt means: again, later.
    init(reading failure: CallFailure) {
        switch failure {
        case .nothingLeft(let words), .named(let words, _), .lost(let words, _):
            self = .unreachable(words: words)
        case .throttled(let seconds, _):
            self = .throttled(milliseconds: seconds.map { Int64($0) * 1_000 })
        case .refused(let words): self = .paused(words: words)
        }
    }
}
