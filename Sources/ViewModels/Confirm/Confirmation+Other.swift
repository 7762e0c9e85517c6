import Model

// The other questions: holds, alarms, the outbox, quitting.
extension Confirmation {
    static func holding(_ keys: [PurchaseKey], subject: String, reason: String) -> Confirmation {
        Confirmation(
            keys.count == 1 ? "Hold a purchase" : "Hold \(keys.count) purchases",
            lines: [ConfirmationLine(subject), ConfirmationLine("Reason: \(reason)", .strong)],
            question: keys.count == 1 ? "Hold it back?" : "Hold them back?",
            deed: .hold(keys, reason: reason)
        ).about(keys.count, saying: "Holding \(counted(keys.count, "purchase"))…")
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
            question: "Release all of them?", deed: .release(candidates.map(\.key))
        ).about(candidates.count, saying: "Releasing \(counted(candidates.count, "purchase"))…")
    }

    static func noting(_ key: PurchaseKey, purchaser: String, text: String) -> Confirmation {
        Confirmation(
            "Note to purchase \(key.purchase)",
            lines: [ConfirmationLine(purchaser), ConfirmationLine(text, .strong)],
            question: "Add this note?", deed: .addMemo(key, text: text))
    }

    static func releasing(_ detail: PurchaseDetail, _ hold: Hold) -> Confirmation {
        Confirmation(
            "Release \(detail.noun) \(detail.purchase.id)",
            lines: [
                ConfirmationLine(detail.purchase.purchaser),
                ConfirmationLine("Held by \(hold.author.person) at \(hold.author.station): \(hold.reason)"),
            ], question: "Release it?", deed: .release([detail.key]))
    }

    /// An id that stands in no list may be an order's of a store that lists none.
    static func fetching(_ purchase: PurchaseID, from store: Store) -> Confirmation {
        Confirmation(
            "\(purchase.text) is not here",
            lines: [
                ConfirmationLine("\(store.name) lists no orders: it tells one by its id."),
                ConfirmationLine("Where there is such an order, it is read, and kept from now on."),
            ], question: "Ask \(store.name) for it?", deed: .fetch(purchase, store.id))
    }

    static func takingNote(of detail: PurchaseDetail) -> Confirmation {
        Confirmation(
            "Alarms of \(detail.noun) \(detail.purchase.id)",
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

    /// - Parameter isKept: its store takes no marks: nothing of it is sent.
    static func retrying(_ row: OutboxRow, isKept: Bool) -> Confirmation {
        let verb = isKept ? "Mark" : "Send"
        return Confirmation(
            "\(verb) once more", lines: lines(row), question: "\(verb) it once more?",
            deed: .retry([row.mark.id]))
    }

    static func shippingRest(of row: OutboxRow, _ quantity: Int) -> Confirmation {
        Confirmation(
            "Ship what is safe",
            lines: lines(row) + [
                ConfirmationLine(
                    "\(quantity) of \(abs(row.mark.quantity)) \(quantity == 1 ? "is" : "are") safe by now. "
                        + "The mark for all of them is dropped; one for \(quantity) takes its place.")
            ], question: "Ship \(counted(quantity, "item"))?", deed: .shipRest(row.mark.id))
    }

    /// One undo of each very entry that is one too many.
    static func takingSurplusBack(_ sides: BothSides, by author: Author) -> Confirmation {
        let surplus = sides.surplus
        let lines = surplus.map {
            MarkLine(
                key: sides.detail.key, item: $0.key.item, quantity: $0.key.quantity, takesBack: .entry($0.key)
            )
        }
        let count = surplus.reduce(0) { $0 + $1.key.quantity }
        return Confirmation(
            "Take the surplus back",
            lines: [
                ConfirmationLine("\(count) \(sides.itemName), purchase \(sides.mark.purchase)", .strong),
                ConfirmationLine(
                    "The store holds \(count) more than was shipped, because an earlier attempt landed late. "
                        + "They are taken back there; what was shipped stays."),
            ], question: "Take back \(counted(count, "item"))?",
            deed: .submit(MarkRequest(verb: .undo, lines: lines, author: author, includingOthers: true)))
    }

    static func dropping(_ row: OutboxRow, isKept: Bool) -> Confirmation {
        Confirmation(
            "Drop a mark",
            lines: lines(row) + [ConfirmationLine(isKept ? "It will not count." : "It will not be sent.")],
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
        let items = "\(mark.verb.title) \(abs(mark.quantity)) × \(row.itemName)"
        let what = mark.changedNames == nil ? items : mark.deed(row.itemName)
        return [ConfirmationLine("\(what), purchase \(mark.purchase)", .strong)]
            + [mark.reason].compactMap { $0 }.map { ConfirmationLine($0) }
    }
}
