import APIs
import Cache
import Model
import Services

/// A step of the protocol broken on purpose: the simulation has to notice. The product knows nothing of it;
/// a mutated box has other figures, or its steps are undone or forged right after they were taken.
enum Mutation: String, CaseIterable, Sendable {
    case sendingNotDurable
    case sentWithoutFreshRead
    case conflictsIgnored
    case lostTakenForNeverLeft
    case silenceTakenForAnswer
    case noSettleWait
    case oneReadProvesAbsence
    case readsByTheirEnd
    case snapshotForgotten
    case claimsForgotten
    case landedLateUntold
    case takeOverResends
    case takeOverLeavesSending
    case epochIgnored
    case undoDoesNotWait
    case badLineNeverAlone
    case ownLedgerUnread
    case ownLedgerUnwritten

    /// Where the ledger is the box's own.
    static let ofRaces: [Mutation] = [
        .ownLedgerUnread, .ownLedgerUnwritten, .takeOverResends, .takeOverLeavesSending,
    ]
    static let ofTicketStores = allCases.filter { ![.ownLedgerUnread, .ownLedgerUnwritten].contains($0) }

    /// The sentence of the protocol that it breaks.
    var breaks: String {
        switch self {
        case .sendingNotDurable: "4: `sending` is durable before the first byte leaves"
        case .sentWithoutFreshRead: "3: every purchase is read just before sending"
        case .conflictsIgnored: "3: a foreign entry since the mark is a conflict"
        case .lostTakenForNeverLeft: "5: anything unclear is `unknown`, not sent again"
        case .silenceTakenForAnswer: "6: only what the API answered cannot land late"
        case .noSettleWait: "6: sent again only after `settle_wait`"
        case .oneReadProvesAbsence: "6: two reads, 2 s apart, prove an absence"
        case .readsByTheirEnd: "Words: rows are ordered by when their read began"
        case .snapshotForgotten: "6: compare with the snapshot"
        case .claimsForgotten: "Words: an entry is claimed durably, by one mark"
        case .landedLateUntold: "6: an entry that turns up after a re-send is told"
        case .takeOverResends: "4: `sending` on gaining the lead is `unknown`"
        case .takeOverLeavesSending: "4: whoever finds `sending` on gaining the lead settles it"
        case .epochIgnored: "4: the transaction checks the epoch"
        case .undoDoesNotWait: "7: an undo of what is unknown waits"
        case .ownLedgerUnread: "6: each is read back; only those absent are sent again"
        case .ownLedgerUnwritten: "5: `confirmed` is what took effect"
        case .badLineNeverAlone: "5: absent ones leave in halves, until a bad one stands alone"
        }
    }

    var figures: ProtocolFigures {
        var figures = ProtocolFigures()
        switch self {
        case .noSettleWait: figures.settleWait = 0; figures.settleMargin = 0
        case .oneReadProvesAbsence: figures.readGap = 0
        case .sentWithoutFreshRead: figures.readServes = 3_600_000
        default: break
        }
        return figures
    }

    // MARK: Steps

    func before(_ effect: Sender.Effect, _ box: Box) throws {
        guard self == .conflictsIgnored, case .prepare(let marks) = effect else { return }
        try box.cache.write { writer in
            for mark in try marks.compactMap({ try writer.mark($0.id) }) where mark.state == .queued {
                guard let purchase = try writer.purchase(mark.key) else { continue }
                var seen = mark
                seen.basis.entries = purchase.entries(of: mark.item)
                try writer.update(seen, expecting: .queued)
            }
        }
    }

    func afterPreparing(_ batch: Batch, _ box: Box) throws {
        try box.cache.write { writer in
            for mark in try batch.lines.compactMap({ try writer.mark($0.mark.id) }) {
                var forged = mark
                switch self {
                case .sendingNotDurable: forged.state = .queued
                case .snapshotForgotten: forged.attempt?.snapshot = []
                case .badLineNeverAlone: forged.attempt?.lines = 1_000
                default: continue
                }
                try writer.update(forged, expecting: mark.state)
            }
        }
    }

    func heard(_ answer: Answer<FulfillmentReply>) -> Answer<FulfillmentReply> {
        guard case .failure(.lost(let words, _)) = answer.result else { return answer }
        switch self {
        case .lostTakenForNeverLeft: return .failed(.nothingLeft(words: words))
        case .silenceTakenForAnswer: return .failed(.lost(words: words, answered: true))
        default: return answer
        }
    }

    func beforeTakeOver(_ box: Box) throws {
        guard self == .takeOverResends else { return }
        try box.cache.write { writer in
            for mark in try writer.openMarks(in: box.store) where mark.state == .sending {
                var forged = mark
                forged.state = .queued
                try writer.update(forged, expecting: .sending)
            }
        }
    }

    func afterAbsorbing(_ box: Box) throws {
        guard self == .claimsForgotten || self == .landedLateUntold else { return }
        try box.cache.write { writer in
            for row in try writer.outbox(states: [.confirmed]) {
                if self == .landedLateUntold {
                    try writer.clearAlarms(of: row.mark.key, reason: .landedLate)
                } else if row.mark.claimed != nil {
                    var forged = row.mark
                    forged.claimed = nil
                    try writer.update(forged, expecting: .confirmed)
                }
            }
        }
    }

    func afterMarking(_ marks: [Mark], _ box: Box) throws {
        guard self == .undoDoesNotWait else { return }
        try box.cache.write { writer in
            for mark in marks where mark.state == .queued && mark.takesBack != nil {
                var forged = mark
                forged.takesBack = nil
                try writer.update(forged, expecting: .queued)
            }
        }
    }
}

extension Mark {
    var key: PurchaseKey { PurchaseKey(store: store, purchase: purchase) }
}
