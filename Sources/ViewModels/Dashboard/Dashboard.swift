/// The whole behaviour of the dashboard as one value: events in, effects out.
///
/// What is to be seen is the ``Desk``; around it only stands what tells a scanner from a person. Keys act at
/// once. The desk as it was before a run's first key is kept; where the run turns out to be a scan, that desk
/// is put back, what came in meanwhile but keys is told to it again, and the text is looked up.
package struct Dashboard: Sendable, Hashable {
    package internal(set) var desk: Desk
    private var scans = ScanDetector()
    private var beforeRun: Desk?
    private var sinceRun: [Event] = []
    private var lastPress: KeyPress?
    /// A press that waits to be known as no part of a scan.
    private var waiting: KeyPress?
    /// Monotonic milliseconds when the first key of the run was read.
    private var runBeganAt: Int64 = 0
    private var quietNumber = 0
    /// A second is being waited for; apart from the desk, which a scan may put back.
    private var awaitsSecond = false
    private var packer = Packer()

    /// Milliseconds: a held key repeats within this time, also before its first repeat.
    private static let repeatGap: Int64 = 700
    /// Each key of a scan may bring a few answers with it, and a scan may have hundreds of letters.
    private static let mostNews = 2000

    /// - Parameter list: what to show first, where it is not every store's purchases to ship.
    package init(_ surroundings: Surroundings, list: PurchaseList = PurchaseList()) {
        desk = Desk(surroundings)
        desk.list = list
    }

    /// What to do before the first frame: read the first page.
    package mutating func start() -> [Effect] { desk.take(.changed) + desk.openDraft() }

    package mutating func update(_ event: Event) -> [Effect] {
        let effects =
            switch event {
            case .key(let chord, let at, let isAlone): key(chord, at: at, isAlone: isAlone)
            case .paste(let text, _): pasted(text)
            case .woke(.keysAreQuiet(let number)): quiet(number)
            case .busy(let milliseconds): busy(milliseconds)
            case .woke(.second): second()
            default: told(event)
            }
        return effects + desk.waitingLookups() + nextSecond() + claims(after: event)
    }

    /// The loop tells the time before it says that a second is over.
    private mutating func second() -> [Effect] {
        awaitsSecond = false
        return []
    }

    private mutating func nextSecond() -> [Effect] {
        guard !awaitsSecond, desk.countsDown else { return [] }
        awaitsSecond = true
        return [.app(.wake(after: 1000, .second))]
    }

    private mutating func claims(after event: Event) -> [Effect] {
        let isKey = if case .key = event { true } else { false }
        let quiet = desk.surroundings.scanning.gap + 10
        let following = packer.follow(desk.packing, isKey: isKey, quiet: quiet)
        guard case .woke(let token) = event else { return following }
        return following + packer.woke(token, by: desk.surroundings.author)
    }

    private mutating func key(_ chord: Chord, at: Int64, isAlone: Bool) -> [Effect] {
        waiting = nil
        let sinceLast = lastPress.map { at - $0.at } ?? .max
        let isHurried = lastPress?.chord.isPrintable == true && sinceLast <= desk.surroundings.scanning.gap
        let press = KeyPress(
            chord, at: at, isAlone: isAlone && !isHurried,
            isRepeat: lastPress?.chord == chord && sinceLast < Dashboard.repeatGap)
        lastPress = press
        switch scans.take(chord, at: at, settings: desk.surroundings.scanning) {
        case .began:
            runBeganAt = at
            remember()
        case .continued: break
        case .scanned(let text): return scanned(text)
        case .swallowed: return []
        case .none: forget()
        }
        return deliver(press)
    }

    private mutating func deliver(_ press: KeyPress) -> [Effect] {
        let outcome = desk.press(press)
        guard outcome.waitsForQuiet else { return desk.apply(outcome) }
        waiting = press
        quietNumber += 1
        return [.app(.wake(after: desk.surroundings.scanning.gap + 10, .keysAreQuiet(quietNumber)))]
    }

    private mutating func quiet(_ number: Int) -> [Effect] {
        guard number == quietNumber, var press = waiting else { return [] }
        waiting = nil
        forget()
        press.isSettled = true
        return desk.apply(desk.press(press))
    }

    private mutating func pasted(_ text: String) -> [Effect] {
        waiting = nil
        forget()
        return desk.apply(desk.pasted(text))
    }

    private mutating func busy(_ milliseconds: Int64) -> [Effect] {
        scans.wait(milliseconds)
        return []
    }

    private mutating func told(_ event: Event) -> [Effect] {
        if let beforeRun, event.concerns(beforeRun) {
            sinceRun.append(event)
            // No scan is this long: a person stopped typing long ago, and nothing will be put back.
            if sinceRun.count > Dashboard.mostNews { forget() }
        }
        return desk.take(event)
    }
}

extension Event {
    /// Whether a desk that may be put back has to hear it too: what was drawn since was no picture of it.
    fileprivate func concerns(_ desk: Desk) -> Bool {
        switch self {
        case .firstFrameShown: desk.awaitsFirstFrame
        case .drawn: false
        default: true
        }
    }
}

extension Dashboard {
    /// Scan-to-ship is never put back: a mark may be on its way there, and no key of a scan does anything.
    private mutating func remember() {
        beforeRun = desk.isScanning ? nil : desk
        sinceRun = []
    }

    private mutating func forget() {
        beforeRun = nil
        sinceRun = []
    }

    private mutating func scanned(_ text: String) -> [Effect] {
        let missed = sinceRun
        if let before = beforeRun { desk = before }
        forget()
        var effects: [Effect] = []
        for event in missed { effects += desk.take(event) }
        return effects + desk.apply(desk.scanned(text, began: runBeganAt))
    }
}
