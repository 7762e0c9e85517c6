import APIs
import Cache
import Model
import Services

/// A step of the protocol for absolute values broken on purpose: the simulation has to notice.
enum OrderMutation: String, CaseIterable, Sendable {
    case conflictsIgnored
    case lostTakenForNeverLeft
    case noSettleWait
    case takeOverResends
    case takenForDone

    /// The sentence of the protocol that it breaks.
    var breaks: String {
        switch self {
        case .conflictsIgnored: "a third value is a conflict"
        case .lostTakenForNeverLeft: "sent again only if the read-back shows the value from before"
        case .noSettleWait: "newer marks wait until 40 s after a lost attempt, and one more read"
        case .takeOverResends: "`sending` on gaining the lead is `unknown`"
        case .takenForDone: "nobody is told confirmed for what is absent"
        }
    }

    var figures: ProtocolFigures {
        var figures = ProtocolFigures()
        if self == .noSettleWait {
            figures.settleWait = 0
            figures.settleMargin = 0
        }
        return figures
    }

    func before(_ effect: Sender.Effect, _ box: OrderBox) throws {
        guard case .prepare(let marks) = effect else { return }
        if self == .conflictsIgnored { try rebase(marks, box) }
    }

    private func rebase(_ marks: [Mark], _ box: OrderBox) throws {
        try box.cache.write { writer in
            for mark in try marks.compactMap({ try writer.mark($0.id) }) where mark.state == .queued {
                guard let purchase = try writer.purchase(mark.key) else { continue }
                var seen = mark
                seen.basis.values = purchase.attributes
                try writer.update(seen, expecting: .queued)
            }
        }
    }

    func heard(_ answer: Answer<FulfillmentReply>) -> Answer<FulfillmentReply> {
        switch (self, answer.result) {
        case (.lostTakenForNeverLeft, .failure(.lost(let words, _))): .failed(.nothingLeft(words: words))
        default: answer
        }
    }

    func beforeTakeOver(_ box: OrderBox) throws {
        guard self == .takeOverResends || self == .takenForDone else { return }
        try box.cache.write { writer in
            for mark in try writer.openMarks(in: box.store) where mark.state == .sending {
                var forged = mark
                forged.state = self == .takenForDone ? .confirmed : .queued
                if self == .takenForDone { forged.claimed = Mark.anyClaim(mark) }
                try writer.update(forged, expecting: .sending)
            }
        }
    }
}

extension Mark {
    /// As if it had been found.
    fileprivate static func anyClaim(_ mark: Mark) -> EntryKey {
        EntryKey(item: 1, at: 0, quantity: mark.quantity, tracking: "", ordinal: Int(mark.id.number))
    }
}
