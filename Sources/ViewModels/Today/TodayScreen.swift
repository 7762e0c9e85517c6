import Model

/// The day at a glance: what was shipped, what is left, what needs somebody; for a screen on the wall too.
package struct TodayScreen: Sendable, Hashable {
    /// Nil while it is counted the first time.
    package var report: DayReport?
    package var scroll = Scroll()
    /// A count is under way; news that comes meanwhile makes another.
    var isCounting = false
    var isStale = false

    package init(report: DayReport? = nil) { self.report = report }
}

extension TodayScreen: StackedScreen {
    var context: KeyContext { .today }
    var screen: Screen { .today(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        if let intent: TodayIntent = surroundings.keymap.intent(press.chord) {
            switch intent {
            case .report:
                let date = surroundings.clock.today.map { "-\($0)" } ?? ""
                return .push(.line(InputLine(.command, text: "report day\(date).txt")))
            }
        }
        guard let intent: BrowsingIntent = surroundings.keymap.intent(press.chord) else { return .nothing }
        return browse(intent, scroll: &scroll, page: surroundings.layout.bodyRows)
    }

    /// News may come many times a second while a store is read: one count at a time, and then a rest.
    mutating func reload(in surroundings: Surroundings) -> [Effect] {
        guard !isCounting else {
            isStale = true
            return []
        }
        return count(in: surroundings)
    }

    mutating func receive(_ answer: Answer, in surroundings: Surroundings) -> Outcome {
        guard case .today(let report) = answer else { return .nothing }
        self.report = report
        return Outcome(effects: [.app(.wake(after: TodayScreen.rest, .todayRested))])
    }

    /// Milliseconds between two counts.
    private static let rest: Int64 = 2_000

    mutating func rested(in surroundings: Surroundings) -> [Effect] {
        isCounting = false
        return isStale ? count(in: surroundings) : []
    }

    private mutating func count(in surroundings: Surroundings) -> [Effect] {
        isCounting = true
        isStale = false
        return [.cache(.today(from: surroundings.clock.dayStart, now: surroundings.clock.now))]
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        [hint(TodayIntent.report, in: surroundings)].compactMap(\.self)
            + browsingHints([.back, .down, .pageDown, .help], in: surroundings)
    }
}

extension Clock {
    /// When the station's day began, Unix seconds.
    package var dayStart: Int64 {
        let local = now + utcOffset
        return local - (local % 86_400 + 86_400) % 86_400 - utcOffset
    }
}
