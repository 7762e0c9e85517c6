import Model
import ViewModels

/// A person at a dashboard without a terminal, before a cache that the test plays.
///
/// Presses come one at a time, slower than any scanner, each alone in its read and after a frame, and quiet
/// timers run out at once, unless a test says otherwise.
package struct Robot {
    package private(set) var dashboard: Dashboard
    package var shelf: Shelf
    /// Everything that was asked for and that the shelf does not answer, in order.
    package private(set) var asked: [Effect] = []
    /// Monotonic milliseconds.
    package private(set) var now: Int64 = 1000
    private var timers: [WakeToken] = []
    /// Deeds that the screen did not wait for, oldest first.
    private var behind: [Int] = []
    /// The cache is busy: what it is asked stays without an answer.
    package var cacheIsBusy = false

    /// Begins as the program does: surroundings, then the first page.
    /// - Parameter memory: the screen that was kept, put back first.
    package init(
        _ surroundings: Surroundings = .bench, shelf: Shelf = Shelf(), resuming memory: ScreenMemory? = nil
    ) {
        dashboard = Dashboard(surroundings)
        if let memory { dashboard.resume(memory, now: surroundings.clock.now) }
        self.shelf = shelf
        tell(.stores(surroundings.stores.isEmpty ? [.gala] : surroundings.stores))
        perform(dashboard.start())
    }

    package var desk: Desk { dashboard.desk }
    /// A timer of this kind has been asked for and has not run out.
    package func isAwaiting(_ token: WakeToken) -> Bool { timers.contains(token) }
    package var list: PurchaseList { desk.list }

    /// Presses keys one after the other, as a person does.
    package mutating func press(_ chords: Chord...) {
        for chord in chords {
            now += 1000
            key(chord)
            settle()
        }
    }

    /// Types letters as a person does.
    package mutating func type(_ text: String) {
        for character in text { press(Chord(String(character))) }
    }

    /// Types as a scanner does: fast, and Enter at the end.
    package mutating func scan(_ text: String, gap: Int64 = 5) {
        now += 1000
        for character in text {
            key(Chord(String(character)))
            now += gap
        }
        key("enter")
        settle()
    }

    /// One key as it comes, with nothing after it: no frame is shown and no timer runs out.
    package mutating func key(_ chord: Chord, after pause: Int64 = 0, isAlone: Bool = true) {
        now += pause
        tell(.key(chord, at: now, isAlone: isAlone))
    }

    /// A frame reaches the terminal, and all timers run out.
    package mutating func settle() {
        now += 1
        tell(.firstFrameShown(at: now))
        // The robot is quicker than a question is patient.
        let due = timers.filter { $0 != .quitLapsed }
        timers.removeAll { $0 != .quitLapsed }
        for timer in due { tell(.woke(timer)) }
    }

    package mutating func tell(_ event: Event) { perform(dashboard.update(event)) }
    /// What is done behind the screen is answered under its number.
    package mutating func answer(_ answer: Answer) {
        guard answer.isOfMarks, let number = behind.first else { return tell(.answer(answer)) }
        behind.removeFirst()
        tell(.answer(.behind(number, answer)))
    }

    /// What was asked for since the last look.
    package mutating func takeAsked() -> [Effect] {
        defer { asked = [] }
        return asked
    }

    private mutating func perform(_ effects: [Effect]) {
        for effect in effects {
            if case .app(.wake(_, let token)) = effect {
                timers.append(token)
            } else if !cacheIsBusy, case .cache(let question) = effect, let answer = shelf.answer(question) {
                tell(.answer(answer))
            } else if case .behind(let number, let deed) = effect {
                behind.append(number)
                asked.append(.marks(deed))
            } else {
                asked.append(effect)
            }
        }
    }
}

extension Answer {
    /// What only the outbox answers.
    fileprivate var isOfMarks: Bool {
        switch self {
        case .accepted, .refused, .done, .failed: true
        default: false
        }
    }
}
