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
        /// A page came and was absorbed.
        case read(SeenPage)
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
        /// Not even full passes showed these.
        case missing([PurchaseID])
        /// These are listed and cannot be read.
        case unreadable([PurchaseID])
        /// The clock went back: what was stored under a later time is brought before now.
        case rewind
        /// The clock was set ahead by so many milliseconds: waits that count from before go on as long.
        case leap(by: Int64)
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
    /// Requests refused in a row while reads were not: something in them is, not the credentials.
    private var refusedPosts = 0
    private var lastReading: (purchases: Set<PurchaseID>, endedAt: Int64)?
    private var latest = Int64.min
    private var latestSteady: Int64?
    private var clockWentBack = false
    private var leap: Int64 = 0
    /// Somebody waits for marks on this box: then what cannot be reached is tried more often.
    package var peopleWait = true
    package private(set) var obstacle: Obstacle?

    package init(figures: ProtocolFigures = ProtocolFigures()) { self.figures = figures }

    /// The purchases that are being read; none while it only finds out whether the store answers.
    package var wanted: Set<PurchaseID> {
        if case .reading(let reading) = state { reading.purchases } else { [] }
    }

    /// - Parameters:
    ///   - now: Unix milliseconds.
    ///   - steady: milliseconds of a clock that nobody sets; nil where there is none.
    package mutating func handle(_ event: Event, now: Int64, steady: Int64? = nil) -> [Effect] {
        if let steady, let before = latestSteady {
            let ahead = (now - latest) - (steady - before)
            if ahead > figures.clockLeap { leap += ahead }
        }
        latestSteady = steady
        if now < latest {
            lastReading = nil
            obstacle = obstacle.map { $0.due(at: now) }
            clockWentBack = true
        }
        latest = now
        return react(to: event, now)
    }

    private mutating func react(to event: Event, _ now: Int64) -> [Effect] {
        switch (event, state) {
        case (.tryAgain, .idle):
            obstacle = obstacle.map { $0.due(at: now) }
            return wake(now)
        case (.woke, .idle): return wake(now)
        case (.surveyed(let survey), .surveying): return plan(survey, now)
        case (.read(let page), .reading(let reading)): return go(on: reading, page, now)
        case (.read, .probing):
            clear()
            return survey()
        case (.readFailed(let failure), .reading), (.readFailed(let failure), .probing):
            let verdict = StoreVerdict(reading: failure)
            if case .paused = verdict { refusedPosts = 0 }
            return hinder(verdict, now)
        case (.prepared(let batch), .preparing):
            guard let batch else { return survey() }
            state = .posting
            return [.post(batch)]
        case (.recorded(let verdict), .posting):
            lastReading = nil
            if case .paused = verdict { refusedPosts += 1 }
            return hinder(verdict, now)
        default: return []
        }
    }

    private mutating func wake(_ now: Int64) -> [Effect] {
        hurry(now)
        if let due = obstacle?.due, due > now { return [.sleep(until: due)] }
        guard case .paused = obstacle else { return survey() }
        state = .probing
        return [.probe]
    }

    /// Somebody came while it waited at the pace of the background.
    private mutating func hurry(_ now: Int64) {
        guard peopleWait, case .unreachable(_, let retryAt) = obstacle, retryAt - now > figures.backOffMax
        else { return }
        obstacle = obstacle.map { $0.due(at: now) }
    }

    private mutating func survey() -> [Effect] {
        state = .surveying
        return [.survey]
    }

    private mutating func plan(_ survey: Survey, _ now: Int64) -> [Effect] {
        if survey.clockWentBack || clockWentBack {
            clockWentBack = false
            return [.rewind] + self.survey()
        }
        if leap > 0 {
            defer { leap = 0 }
            return [.leap(by: leap)] + self.survey()
        }
        if !survey.sendable.isEmpty {
            state = .preparing
            return [.prepare(share(of: survey.sendable, afterFailures: refusedPosts))]
        }
        if !survey.isBusy { refusedPosts = 0 }
        let (toRead, due) = worthReading(survey, now)
        guard let reading = Reading(toRead, limit: figures.readingSize, afterFailures: failures) else {
            state = .idle
            return [.sleep(until: due)]
        }
        state = .reading(reading)
        return [reading.effect]
    }

    /// After each refusal the next request asks for fewer marks and for others, so that one whose request is
    /// always refused does not keep the rest from leaving.
    private func share(of marks: [Mark], afterFailures failures: Int) -> [Mark] {
        let size = max(1, marks.count >> min(16, failures))
        let first = failures * size % marks.count
        return Array((marks[first...] + marks[..<first]).prefix(size))
    }

    /// What was read a moment ago, and still is not as it should be, is not read again at once: whatever the
    /// reason, the store is not asked in circles.
    private func worthReading(_ survey: Survey, _ now: Int64) -> ([PurchaseID: Int64?], due: Int64?) {
        guard let last = lastReading, last.endedAt + figures.readGap > now else {
            return (survey.toRead, survey.nextDue)
        }
        let toRead = survey.toRead.filter { !last.purchases.contains($0.key) }
        let again = toRead.count < survey.toRead.count ? last.endedAt + figures.readGap : nil
        return (toRead, [survey.nextDue, again].compactMap(\.self).min())
    }

    private mutating func go(on reading: Reading, _ page: SeenPage, _ now: Int64) -> [Effect] {
        clear()
        var reading = reading
        switch reading.took(page) {
        case .goOn:
            state = .reading(reading)
            return [reading.effect]
        case .done(let missing, let unreadable):
            lastReading = (reading.purchases, now)
            return (missing.isEmpty ? [] : [.missing(missing)])
                + (unreadable.isEmpty ? [] : [.unreadable(unreadable)]) + survey()
        }
    }

    private var backOff: Int64 { figures.backOff(after: failures, whilePeopleWait: peopleWait) }

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
            obstacle = .unreachable(words: words, retryAt: now + backOff)
        case .throttled(let milliseconds):
            failures += 1
            obstacle = .throttled(until: now + (milliseconds ?? backOff))
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
