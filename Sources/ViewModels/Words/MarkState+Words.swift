import Model

extension MarkState {
    /// The one word for it everywhere: header, list, outbox, detail, log.
    package var words: String { self == .attention ? "needs you" : rawValue }
}

extension Mark {
    /// `Ship 2 Shirt L`.
    package func deed(_ itemName: String) -> String { "\(verb.title) \(abs(quantity)) \(itemName)" }
}

extension Clock {
    /// `in 12 s`, `in 3 min`: until a Unix millisecond; nil once it has come.
    package func countdown(to instant: Int64) -> String? {
        let seconds = (instant + 999) / 1000 - now
        if seconds <= 0 { return nil }
        return seconds < 100 ? "in \(seconds) s" : "in \((seconds + 59) / 60) min"
    }
}
