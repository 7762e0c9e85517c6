import Model

extension PurchaseList {
    func availability(of intent: ListIntent, in surroundings: Surroundings) -> Availability {
        whyNot(intent, in: surroundings).map(Availability.disabled) ?? .enabled
    }

    private func whyNot(_ intent: ListIntent, in surroundings: Surroundings) -> String? {
        switch intent {
        case .ship, .handOver, .undo, .hold: whyNotMark(intent, in: surroundings)
        case .memo: surroundings.whyReadOnly ?? (rows.isEmpty ? "There is no purchase in this list." : nil)
        case .pickList, .slips:
            marks.isEmpty && rows.isEmpty ? "There is no purchase in this list." : nil
        case .nextMatch, .previousMatch: isSearching ? nil : "Search first."
        case .clearMarks: marks.isEmpty ? "Nothing is marked." : nil
        case .detail:
            rows.isEmpty && soughtElsewhere == nil && soughtOrder(in: surroundings) == nil
                ? "There is no purchase in this list." : nil
        case .mark, .range, .rangeDown, .rangeUp, .markPage, .markAll, .invert, .sameItem,
            .sameVariant:
            rows.isEmpty ? "There is no purchase in this list." : nil
        case .redo: surroundings.whyReadOnly
        case .store: surroundings.stores.count < 2 ? "There is only one store." : nil
        default: intent.tab.flatMap(whyNoTab)
        }
    }

    private func whyNoTab(_ tab: Int) -> String? {
        tab < tabs.count ? nil : "There is no tab \(tab + 1); :view save NAME makes one of this list."
    }

    private func whyNotMark(_ intent: ListIntent, in surroundings: Surroundings) -> String? {
        if let why = surroundings.whyReadOnly { return why }
        if !marks.isEmpty { return nil }
        guard let row = current else { return "There is no purchase in this list." }
        let capabilities = surroundings.store(row.key.store)?.capabilities
        if intent == .handOver, capabilities?.handOver == false {
            return "This kind of store knows no handing over."
        }
        // How an order stands can be changed whatever was shipped; its form says where it cannot.
        if intent == .ship, capabilities?.finalStatuses == true { return nil }
        switch (intent, row.state) {
        case (.ship, .held), (.handOver, .held): return "It is on hold; release it first."
        case (.ship, .shipped) where capabilities?.arrives == true:
            return "\(row.key.purchase) is in hand already."
        case (.ship, .shipped), (.ship, .nothing), (.handOver, .shipped), (.handOver, .nothing):
            return "Nothing of purchase \(row.key.purchase) is safe to ship."
        case (.undo, .toShip), (.undo, .nothing): return whyNotUndo(row, surroundings.keymap)
        default: return nil
        }
    }

    /// Here it is about the purchase under the cursor; whoever means what was done last is told how.
    private func whyNotUndo(_ row: ListRow, _ keymap: Keymap) -> String {
        let log = keymap.chords(of: ListIntent.log).first.map { " (\($0.label): log)" } ?? ""
        return "Nothing of \(row.key.purchase) was shipped; :undo takes back the last action\(log)."
    }

    /// Of the row under the cursor; of what is marked, of parcels unless all of it comes in.
    func words(in surroundings: Surroundings) -> ShipWords {
        let offices = surroundings.stores.filter(\.capabilities.arrives).map(\.id)
        if offices.isEmpty { return .parcels }
        if !marks.isEmpty { return marks.areAll(of: offices) ? .arrivals : .parcels }
        return (current?.key.store ?? query.store).map(offices.contains) == true ? .arrivals : .parcels
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        let several: [ListIntent] = surroundings.stores.count > 1 ? [.store] : []
        let intents: [ListIntent] =
            marks.isEmpty
            ? [.detail, .ship, .undo] + several
                + [.search, .mark, .handOver, .filter, .pickList, .sort, .outbox, .quit]
            : [
                .ship, .undo, .clearMarks, .pickList, .slips, .mark, .handOver, .detail, .search, .outbox,
                .quit,
            ]
        var hints = intents.compactMap { hint($0, in: surroundings) }
        if let help = hint(BrowsingIntent.help, in: surroundings) {
            hints.insert(help, at: min(3, hints.count))
        }
        return hints
    }
}
