import Model

// The questions before something is marked.
extension Confirmation {
    static func shipping(
        _ detail: PurchaseDetail, _ request: MarkRequest, to address: ShippingAddress?, now: Int64,
        clock: Clock? = nil
    ) -> Confirmation {
        let items = request.lines.map { line in
            ConfirmationLine("\(line.quantity ?? 0) × \(detail.name(of: line.item ?? 0))", .strong)
        }
        let count = request.lines.reduce(0) { $0 + ($1.quantity ?? 0) }
        let packing = [clock.flatMap { detail.claim?.words($0) }, detail.companions.alert].compactMap(\.self)
        let warnings = (warnings(about: detail, now: now) + packing).map { ConfirmationLine($0, .warning) }
        if detail.store.capabilities.arrives { return arriving(detail, request, warnings) }
        let verb = request.verb
        return Confirmation(
            "\(verb.title) \(detail.noun) \(detail.purchase.id)",
            lines: items + destination(of: detail, request, address) + warnings,
            question: request.tracking == nil && !request.sets.isEmpty
                ? "Set the status?" : "\(verb.title) \(counted(count, "item"))?",
            deed: .submit(request))
    }

    private static func arriving(
        _ detail: PurchaseDetail, _ request: MarkRequest, _ warnings: [ConfirmationLine]
    ) -> Confirmation {
        let items = detail.figures.items.map {
            ConfirmationLine("\($0.item.quantity) × \(detail.name(of: $0.item.num))", .strong)
        }
        let day = request.deliverBy.map { "Not in hand; expected on \(weekdayWords($0))." }
        return Confirmation(
            "Listing \(detail.purchase.id)",
            lines: items + [ConfirmationLine(day ?? "In hand, from now on.")] + warnings,
            question: day == nil ? "Mark it in hand?" : "Set the day?", deed: .submit(request))
    }

    private static func destination(
        of detail: PurchaseDetail, _ request: MarkRequest, _ address: ShippingAddress?
    ) -> [ConfirmationLine] {
        var lines: [ConfirmationLine] = [ConfirmationLine("")]
        if let address {
            lines += address.labelLines.map { ConfirmationLine($0) }
            if request.address != nil { lines.append(ConfirmationLine("for this shipment only", .faint)) }
        } else {
            let name = detail.purchase.purchaser
            lines.append(
                ConfirmationLine(name.isEmpty ? "Without an address" : "\(name), without an address"))
        }
        lines.append(ConfirmationLine(""))
        lines += request.tracking.map(tracking) ?? []
        if let date = request.deliverBy {
            lines.append(ConfirmationLine("Deliver by  \(weekdayWords(date))"))
        }
        if let status = request.sets[OrderAttribute.status] {
            let before = detail.purchase.attributes[OrderAttribute.status] ?? "not known"
            lines.append(ConfirmationLine("Status      \(status), before: \(before)"))
        }
        if request.tracking == nil, request.verb == .ship, detail.store.capabilities.tracking,
            request.sets.isEmpty
        {
            lines.append(ConfirmationLine("No tracking number.", .faint))
        }
        let kept = [detail.store.capabilities.keptWords].compactMap(\.self)
        return lines + kept.map { ConfirmationLine($0, .faint) }
    }

    /// A number that looks mistyped is asked about, never refused: carriers that nobody here knows exist.
    private static func tracking(_ number: String) -> [ConfirmationLine] {
        let reading = TrackingReading(number)
        let carriers = reading.carriers.map { "  (\($0))" } ?? ""
        return [ConfirmationLine("Tracking    \(number)\(carriers)")]
            + [reading.suspicion].compactMap(\.self).map { ConfirmationLine($0, .warning) }
    }

    private static func warnings(about detail: PurchaseDetail, now: Int64) -> [String] {
        let reasons = detail.standing.attention.filter { $0 != .noAddress }.map(\.sentence)
        return [detail.youngWords(now: now)].compactMap { $0 } + reasons
    }

    static func shipping(
        _ plan: BulkPlan, _ request: MarkRequest, clock: Clock = Clock()
    ) -> Confirmation {
        var lines = [ConfirmationLine(plan.summary, .strong)]
        let words = plan.words
        if let date = request.deliverBy {
            lines.append(ConfirmationLine("\(words.day) \(weekdayWords(date))"))
        }
        let warnings = plan.warnings(clock).map { ConfirmationLine($0, .warning) }
        let numbered = request.lines.count { $0.tracking != nil }
        if numbered > 0 {
            let without = request.lines.count - numbered
            lines.append(ConfirmationLine("\(counted(numbered, "purchase")) with a tracking number"))
            if without > 0 { lines.append(ConfirmationLine("\(without) without one", .warning)) }
        }
        lines += kept(plan, \.keptWords)
        let many = counted(plan.included.count, words == .arrivals ? "listing" : "purchase")
        let isLater = words == .arrivals && request.deliverBy != nil
        let title = plan.verb == .ship ? words.title : plan.verb.title
        return Confirmation(
            words == .arrivals ? many : "\(title) all that is safe",
            lines: lines + warnings + skippedLines(plan),
            question: isLater
                ? "Set the day of \(many)?" : "\(title) \(counted(plan.items, "item")) of \(many)?",
            deed: .submit(request)
        ).about(plan.included.count, saying: "Marking \(many)…")
    }

    private static func skippedLines(_ plan: BulkPlan) -> [ConfirmationLine] {
        guard plan.skippedCount > 0 else { return [] }
        return [ConfirmationLine(""), ConfirmationLine("Skipped:", .warning)]
            + plan.skippedLines.map { ConfirmationLine("  \($0)", .warning) }
    }

    /// How many of them are this box's own business, and what that means.
    private static func kept(
        _ plan: BulkPlan, _ words: KeyPath<Capabilities, String?>
    ) -> [ConfirmationLine] {
        let here = plan.included.compactMap { $0.capabilities[keyPath: words] }
        guard let sentence = here.first else { return [] }
        let some = here.count < plan.included.count ? "\(here.count) of them: " : ""
        return [ConfirmationLine(some + sentence, .faint)]
    }

    static func undoing(_ plan: BulkPlan, author: Author) -> Confirmation {
        let request = MarkRequest(
            verb: .undo, lines: plan.included.map { MarkLine(key: $0.key, promised: $0.ours) },
            author: author)
        var question = Confirmation(
            "Take back what this box marked",
            lines: [ConfirmationLine(plan.summary, .strong)] + kept(plan, \.takenBackHereWords)
                + skippedLines(plan),
            question: "Take back \(counted(plan.items, "item")) of "
                + "\(counted(plan.included.count, "purchase"))?",
            deed: .submit(request)
        ).about(plan.included.count, saying: "Taking back \(counted(plan.included.count, "purchase"))…")
        if plan.included.isEmpty {
            question.stage = .refused(["Nothing of the marked purchases can be taken back."])
        }
        return question
    }

    static func undoing(
        _ detail: PurchaseDetail, _ chosen: [ChosenSource], _ request: MarkRequest, clock: Clock
    ) -> Confirmation {
        let lines = chosen.map {
            ConfirmationLine("\($0.quantity) × \($0.source.itemName), \($0.source.note(clock))", .strong)
        }
        let foreign = chosen.contains { !$0.source.isOurs }
        let warning = foreign ? [ConfirmationLine("Some of it was shipped by somebody else.", .warning)] : []
        let kept = [detail.store.capabilities.takenBackHereWords].compactMap(\.self)
        let count = chosen.reduce(0) { $0 + $1.quantity }
        return Confirmation(
            "Take back of \(detail.noun) \(detail.purchase.id)",
            lines: lines + warning + kept.map { ConfirmationLine($0, .faint) },
            question: "Take back \(counted(count, "item"))?", deed: .submit(request))
    }

    /// - Parameters:
    ///   - subject: `4 items of purchase 1300`; empty where only the action is known.
    ///   - purchases: how many; more than one where that is not known.
    ///   - isKept: nothing of it ever left this box.
    static func undoing(
        _ action: ActionID, _ subject: String = "", of purchases: Int = 2, isKept: Bool = false
    ) -> Confirmation {
        Confirmation(
            "Take back action \(action)",
            lines: (subject.isEmpty ? [] : [ConfirmationLine(subject, .strong)]) + [
                ConfirmationLine("Everything that was done together is taken back together."),
                ConfirmationLine(
                    isKept
                        ? "It is kept on this box, and taken back here."
                        : "What has not left yet is dropped; the rest is taken back where it went."),
            ], question: "Take all of it back?", deed: .undo(action)
        ).about(purchases, saying: "Taking \(subject.isEmpty ? "action \(action)" : subject) back…")
    }
}
