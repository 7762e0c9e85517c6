/// Tells a scanner from a person: a scanner types fast and ends with Enter.
package struct ScanDetector: Sendable, Hashable {
    package enum Verdict: Sendable, Hashable {
        /// No part of a scan.
        case none
        /// A key after a pause: this may become a scan.
        case began
        case continued
        /// The run was a scan: its text, without prefix and suffix.
        case scanned(String)
        /// One more Enter right behind a scan: of a scanner that sends two, or after its suffix.
        case swallowed
    }

    private var run: [Chord] = []
    private var lastAt: Int64?
    private var endedAt: Int64?

    package init() {}

    /// - Parameter at: monotonic milliseconds when the key was read.
    package mutating func take(_ chord: Chord, at: Int64, settings: ScanSettings) -> Verdict {
        if chord.isPrintable || isPart(chord, at, settings) { return type(chord, at: at, settings: settings) }
        // GS1 barcodes hold separators; they belong to no number.
        if ScanDetector.separators.contains(chord), follows(at, settings) {
            lastAt = at
            return .continued
        }
        let verdict = chord == "enter" ? enter(at: at, settings: settings) : .none
        reset()
        if case .scanned = verdict { endedAt = at }
        return verdict
    }

    /// For so many milliseconds nobody looked at the keys: no scanner paused for that long.
    package mutating func wait(_ milliseconds: Int64) {
        lastAt = lastAt.map { $0 + milliseconds }
        endedAt = endedAt.map { $0 + milliseconds }
    }

    private func enter(at: Int64, settings: ScanSettings) -> Verdict {
        if let endedAt, at - endedAt <= settings.gap { return .swallowed }
        guard follows(at, settings), let text = settings.text(of: run) else { return .none }
        return .scanned(text)
    }

    private mutating func type(_ chord: Chord, at: Int64, settings: ScanSettings) -> Verdict {
        let isNew = !follows(at, settings)
        if isNew { reset() }
        run.append(chord)
        lastAt = at
        if !settings.endsWithEnterOnly, run.ends(with: settings.suffix), let text = settings.text(of: run) {
            reset()
            endedAt = at
            return .scanned(text)
        }
        return isNew ? .began : .continued
    }

    /// A key that types nothing, but that the scanner sends before or after its text.
    private func isPart(_ chord: Chord, _ at: Int64, _ settings: ScanSettings) -> Bool {
        let begun = follows(at, settings) ? run : []
        if settings.prefix.starts(with: begun + [chord]) { return true }
        return !settings.endsWithEnterOnly && begun.count > settings.prefix.count
            && settings.suffix.contains(chord)
    }

    private func follows(_ at: Int64, _ settings: ScanSettings) -> Bool {
        guard let lastAt else { return false }
        return at - lastAt <= settings.gap(after: run)
    }

    private mutating func reset() {
        run = []
        lastAt = nil
        endedAt = nil
    }

    private static let separators: Set<Chord> = ["ctrl-]", "ctrl-^", "ctrl-\\"]
}

extension ScanSettings {
    /// With a prefix there is no hurry: it has told already that a scanner is typing.
    fileprivate func gap(after run: [Chord]) -> Int64 {
        !prefix.isEmpty && run.starts(with: prefix) ? max(gap, 500) : gap
    }

    /// What a run says where it is a scan.
    fileprivate func text(of run: [Chord]) -> String? {
        let suffix = endsWithEnterOnly ? [] : suffix
        guard run.starts(with: prefix), run.ends(with: suffix), run.count > prefix.count + suffix.count
        else { return nil }
        let characters = run.dropFirst(prefix.count).dropLast(suffix.count).map(\.character)
        let text = String(characters.compactMap(\.self))
        guard text.count == characters.count else { return nil }
        return prefix.isEmpty && suffix.isEmpty && !isFast(text) ? nil : text
    }

    /// Long enough, and no key held down. Digits may all be the same: people hold down what moves the cursor,
    /// and no digit does, but there are orders 1111.
    private func isFast(_ text: String) -> Bool {
        guard text.count >= 3, let first = text.first else { return false }
        return Set(text).count > 1 || (first.isASCII && first.isNumber)
    }
}

extension [Chord] {
    fileprivate func ends(with tail: [Chord]) -> Bool { suffix(tail.count).elementsEqual(tail) }
}
