import Model

extension MarkState {
    /// The one word for it everywhere: header, list, outbox, detail, log.
    package var words: String { self == .attention ? "needs you" : rawValue }
}

extension Mark {
    /// `Ship 2 Shirt L`; of one that only sets values `Change price, row`.
    package func deed(_ itemName: String) -> String {
        if let names = changedNames { return "\((verb == .undo ? verb : .change).title) \(names)" }
        return "\(verb.title) \(abs(quantity)) \(itemName)"
    }

    /// The values that it sets, where that is all that it does.
    var changedNames: String? {
        quantity == 0 ? sets.map { $0.names.joined(separator: ", ") } : nil
    }
}

extension Clock {
    /// `in 12 s`, `in 3 min`: until a Unix millisecond; nil once it has come.
    package func countdown(to instant: Int64) -> String? {
        let seconds = (instant + 999) / 1000 - now
        if seconds <= 0 { return nil }
        return seconds < 100 ? "in \(seconds) s" : "in \((seconds + 59) / 60) min"
    }
}
