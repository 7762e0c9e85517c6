import Model

// The other questions: holds, alarms, the outbox, quitting.
extension Confirmation {
    static func holding(_ keys: [PurchaseKey], subject: String, reason: String) -> Confirmation {
        Confirmation(
            keys.count == 1 ? "Hold a purchase" : "Hold \(keys.count) purchases",
            lines: [ConfirmationLine(subject), ConfirmationLine("Reason: \(reason)", .strong)],
            question: keys.count == 1 ? "Hold it back?" : "Hold them back?",
            deed: .hold(keys, reason: reason))
    }

    /// All of them are on hold.
    static func releasing(_ candidates: [BulkCandidate]) -> Confirmation {
        let most = 8
        let lines = candidates.prefix(most).map {
            ConfirmationLine("\($0.key.purchase): \($0.holdReason ?? "")")
        }
        let rest = candidates.count > most ? [ConfirmationLine("and \(candidates.count - most) more")] : []
        return Confirmation(
            "Release \(counted(candidates.count, "purchase"))", lines: lines + rest,
            question: "Release all of them?", deed: .release(candidates.map(\.key)))
    }

    static func noting(_ key: PurchaseKey, purchaser: String, text: String) -> Confirmation {
        Confirmation(
            "Note to purchase \(key.purchase)",
            lines: [ConfirmationLine(purchaser), ConfirmationLine(text, .strong)],
            question: "Add this note?", deed: .addMemo(key, text: text))
    }

    static func releasing(_ detail: PurchaseDetail, _ hold: Hold) -> Confirmation {
        Confirmation(
            "Release purchase \(detail.purchase.id)",
            lines: [
                ConfirmationLine(detail.purchase.purchaser),
                ConfirmationLine("Held by \(hold.author.person) at \(hold.author.station): \(hold.reason)"),
            ], question: "Release it?", deed: .release([detail.key]))
    }

    static func takingNote(of detail: PurchaseDetail) -> Confirmation {
        Confirmation(
            "Alarms of purchase \(detail.purchase.id)",
            lines: detail.alarms.map { ConfirmationLine("\($0.reason.sentence) \($0.words)", .warning) },
            question: "Have you read and settled this?", deed: .takeNote(detail.key))
    }

    static func quitting(sending: Int) -> Confirmation {
        let words =
            sending == 0
            ? "Everything is settled."
            : "\(counted(sending, "mark")) not settled yet: kept, and sent by another station or later."
        return Confirmation(
            "Quit shipdesk", lines: [ConfirmationLine(words)], question: "Quit?", deed: .quit)
    }

    static func retrying(_ row: OutboxRow) -> Confirmation {
        Confirmation(
            "Send once more", lines: lines(row), question: "Send it once more?", deed: .retry([row.mark.id]))
    }

    static func dropping(_ row: OutboxRow) -> Confirmation {
        Confirmation(
            "Drop a mark", lines: lines(row) + [ConfirmationLine("It will not be sent.")],
            question: "Drop it?", deed: .drop([row.mark.id]))
    }

    static func settling(_ row: OutboxRow, asConfirmed: Bool) -> Confirmation {
        let words =
            asConfirmed
            ? "You have looked: the server's list of shipments has it."
            : "You have looked: the server does not have it. It goes back into the queue and is sent again."
        return Confirmation(
            asConfirmed ? "Settle as confirmed" : "Settle as absent",
            lines: lines(row) + [ConfirmationLine(words, .warning)], question: "Is that so?",
            deed: .settle(row.mark.id, asConfirmed: asConfirmed))
    }

    private static func lines(_ row: OutboxRow) -> [ConfirmationLine] {
        let mark = row.mark
        let what = "\(mark.verb.title) \(abs(mark.quantity)) × \(row.itemName)"
        return [ConfirmationLine("\(what), purchase \(mark.purchase)", .strong)]
            + [mark.reason].compactMap { $0 }.map { ConfirmationLine($0) }
    }
}
