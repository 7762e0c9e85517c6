/// Tells a scanner from a person: a scanner types fast and ends with Enter.
package struct ScanDetector: Sendable, Hashable {
    package enum Verdict: Sendable, Hashable {
        /// No part of a scan.
        case none
        /// A printable key after a pause: this may become a scan.
        case began
        case continued
        /// The run was a scan: its text, without prefix and suffix.
        case scanned(String)
        /// One more Enter right behind a scan: of a scanner that sends two, or after its suffix.
        case swallowed
    }

    private var run = ""
    private var lastAt: Int64?
    private var endedAt: Int64?

    package init() {}

    /// - Parameter at: monotonic milliseconds when the key was read.
    package mutating func take(_ chord: Chord, at: Int64, settings: ScanSettings) -> Verdict {
        if let character = chord.character { return type(character, at: at, settings: settings) }
        let verdict = chord == "enter" ? enter(at: at, settings: settings) : .none
        reset()
        if case .scanned = verdict { endedAt = at }
        return verdict
    }

    private func enter(at: Int64, settings: ScanSettings) -> Verdict {
        if let endedAt, at - endedAt <= settings.gap { return .swallowed }
        guard follows(at, settings), let text = settings.text(of: run) else { return .none }
        return .scanned(text)
    }

    private mutating func type(_ character: Character, at: Int64, settings: ScanSettings) -> Verdict {
        let isNew = !follows(at, settings)
        if isNew { reset() }
        run.append(character)
        lastAt = at
        if !settings.suffix.isEmpty, run.hasSuffix(settings.suffix), let text = settings.text(of: run) {
            reset()
            endedAt = at
            return .scanned(text)
        }
        return isNew ? .began : .continued
    }

    private func follows(_ at: Int64, _ settings: ScanSettings) -> Bool {
        guard let lastAt else { return false }
        return at - lastAt <= settings.gap(after: run)
    }

    private mutating func reset() {
        run = ""
        lastAt = nil
        endedAt = nil
    }
}

extension ScanSettings {
    /// With a prefix there is no hurry: it has told already that a scanner is typing.
    fileprivate func gap(after run: String) -> Int64 {
        !prefix.isEmpty && run.hasPrefix(prefix) ? max(gap, 500) : gap
    }

    /// What a run says where it is a scan.
    fileprivate func text(of run: String) -> String? {
        if prefix.isEmpty && suffix.isEmpty {
            return run.count >= 3 && Set(run).count > 1 ? run : nil
        }
        guard run.hasPrefix(prefix), run.hasSuffix(suffix),
            run.count > prefix.count + suffix.count
        else { return nil }
        return String(run.dropFirst(prefix.count).dropLast(suffix.count))
    }
}
