import Model

// The other questions: holds, alarms, the outbox, quitting.
extension Confirmation {
    static func holding(_ key: PurchaseKey, purchaser: String, reason: String) -> Confirmation {
        Confirmation(
            "Hold purchase \(key.purchase)",
            lines: [ConfirmationLine(purchaser), ConfirmationLine("Reason: \(reason)", .strong)],
            question: "Hold it back?", deed: .hold(key, reason: reason))
    }

    static func releasing(_ detail: PurchaseDetail, _ hold: Hold) -> Confirmation {
        Confirmation(
            "Release purchase \(detail.purchase.id)",
            lines: [
                ConfirmationLine(detail.purchase.purchaser),
                ConfirmationLine("Held by \(hold.author.person) at \(hold.author.station): \(hold.reason)"),
            ], question: "Release it?", deed: .release(detail.key))
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
