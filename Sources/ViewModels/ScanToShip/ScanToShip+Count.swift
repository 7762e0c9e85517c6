import Model

// Every item is scanned as often as it goes into the parcel.

extension ScanToShip {
    mutating func count(_ text: String, _ parcel: Parcel, in surroundings: Surroundings) -> Outcome {
        guard let kind = surroundings.codes[parcel.detail.store.id]?[text] else { return find(text) }
        let lines = parcel.items.filter { $0.item.kind == kind }
        guard !lines.isEmpty else {
            let words =
                "Wrong: \(wrongName(kind, parcel, in: surroundings)) does not belong into this parcel."
            return miscount(text, parcel, words, in: surroundings)
        }
        guard let line = lines.first(where: { parcel.count(of: $0.item.num) < $0.safe }) else {
            let name = parcel.name(of: kind)
            let all = lines.reduce(0) { $0 + $1.safe }
            return miscount(
                text, parcel, "One too many: \(name) is complete, \(all) of \(all).", in: surroundings)
        }
        return add(1, of: line, to: parcel, text: text, in: surroundings)
    }

    private func wrongName(_ kind: ItemKind, _ parcel: Parcel, in surroundings: Surroundings) -> String {
        if parcel.detail.purchase.items.contains(where: { $0.kind == kind }) {
            return "\(parcel.name(of: kind)) (nothing of it is to ship)"
        }
        if let name = surroundings.codes[parcel.detail.store.id]?.names[kind] { return name }
        return "item \(kind.itemID)" + (kind.variantID.map { "/\($0)" } ?? "")
    }

    /// A scan that is no item, while items are being counted.
    mutating func miscount(
        _ text: String, _ parcel: Parcel, isKnown: Bool, in surroundings: Surroundings
    ) -> Outcome {
        if isKnown || looksLikeTracking(text) {
            return complain(text, "\(counted(parcel.missing, "item")) short: scan them first.")
        }
        return miscount(text, parcel, "No item has the code \(text).", in: surroundings)
    }

    /// Loud, not counted, and in the log.
    private mutating func miscount(
        _ text: String, _ parcel: Parcel, _ words: String, in surroundings: Surroundings
    ) -> Outcome {
        var outcome = complain(text, "\(words) Not counted.")
        outcome.effects.append(
            .marks(.noteScan(parcel.detail.key, words: "\(text): \(words)", surroundings.author)))
        return outcome
    }

    private mutating func add(
        _ number: Int, of line: ItemFigures, to parcel: Parcel, text: String?, in surroundings: Surroundings
    ) -> Outcome {
        var parcel = parcel
        let count = max(0, min(line.safe, parcel.count(of: line.item.num) + number))
        parcel.counts[line.item.num] = count
        cursor = parcel.items.firstIndex { $0.item.num == line.item.num } ?? cursor
        if let text {
            let name = parcel.detail.name(of: line.item.num)
            note(ScanEntry(text: text, outcome: .noted, words: "\(name): \(count) of \(line.safe)"))
        }
        if case .tracking = stage {
            stage = .tracking(parcel)
            return .nothing
        }
        stage = .counting(parcel)
        guard parcel.isWhole else { return .nothing }
        if parcel.verb == .handOver { return ship(parcel, tracking: nil, in: surroundings) }
        stage = .tracking(parcel)
        return .say(.good, "All \(counted(parcel.counted, "item")) counted. Now the tracking number.")
    }

    /// By key: what has no code is counted so. What has one must be scanned, but can be taken out again.
    mutating func change(by number: Int, in surroundings: Surroundings) -> Outcome {
        guard let parcel, parcel.items.indices.contains(cursor) else { return .nothing }
        let line = parcel.items[cursor]
        let hasCode = surroundings.codes[parcel.detail.store.id]?.hasCode(line.item.kind) ?? false
        if number > 0, hasCode, case .counting = stage {
            return complain("", "\(parcel.detail.name(of: line.item.num)) has a code: scan it.")
        }
        return add(number, of: line, to: parcel, text: nil, in: surroundings)
    }

    /// What is still to be counted, and what of it has no code to scan.
    package func shortWords(_ codes: ItemCodes?) -> String? {
        guard case .counting(let parcel) = stage else { return nil }
        let withoutCode = parcel.items.filter {
            parcel.count(of: $0.item.num) < $0.safe && !(codes?.hasCode($0.item.kind) ?? false)
        }
        let names = withoutCode.map { parcel.detail.name(of: $0.item.num) }.joined(separator: ", ")
        let hint = withoutCode.isEmpty ? "" : " No code is known for \(names): count by key."
        return "\(counted(parcel.missing, "item")) short.\(hint)"
    }
}
