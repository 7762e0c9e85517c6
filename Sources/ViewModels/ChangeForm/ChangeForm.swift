import Model

/// New values for one order or listing, by the names of its store's document: what is left as it is, is not
/// set.
package struct ChangeForm: Sendable, Hashable {
    package var detail: PurchaseDetail
    package var form: Form
    /// Over the whole form: what stands in the way.
    package var problem: String?
    /// By name: what takes scans, in the order of the fields.
    let scanned: [String]

    /// The last field of its kind was filled by a scan, and nobody has moved since: another is one too many.
    var isFull = false
    /// What scans brought, by name.
    var brought: [String: String] = [:]
    /// It was said what leaving would lose.
    var isLeaving = false
    /// The path of a label that is being looked at before the question comes.
    var awaited: String?

    /// What a scan does here; nil where nothing is scanned.
    package var scanWords: String? {
        switch scanned.count {
        case 0: nil
        case 1: "A scan fills \(scanned[0])."
        default: "A scan fills seats and barcodes in turn."
        }
    }

    /// - Returns: nil where the store has no values that could be set.
    package init?(_ detail: PurchaseDetail) {
        guard let rules = detail.store.valueRules else { return nil }
        let fields = rules.fields(of: detail.purchase)
        self.detail = detail
        scanned = fields.filter(\.isScanned).map(\.name)
        form = Form(fields.map { FormField($0, now: detail.purchase.attributes[$0.name]) })
    }

    /// What is typed and is not as it was.
    var sets: Attributes {
        var sets = Attributes()
        for field in form.fields {
            guard case .value(let name) = field.id, let typed = field.typed else { continue }
            if typed != detail.purchase.attributes[name] ?? "" { sets[name] = typed }
        }
        return detail.store.valueRules?.written(sets) ?? sets
    }
}

extension FormField {
    /// With what it is now; of a choice that is not known, nothing is chosen.
    fileprivate init(_ field: ValueField, now: String?) {
        var kind = Kind.text
        switch field.kind {
        case .flag: kind = .words(["true", "false"], now: now)
        case .choice(let words): kind = .words(words, now: now)
        case .text, .number, .amount, .numbers, .date: break
        }
        self.init(.value(field.name), field.name, kind: kind, text: now ?? "", note: field.note)
    }

    /// Nil where nothing was chosen.
    fileprivate var typed: String? {
        guard case .choice(let words, let selected) = kind else { return entry.text }
        return words[selected] == Kind.notKnown ? nil : words[selected]
    }
}

extension FormField.Kind {
    fileprivate static let notKnown = "not known"

    fileprivate static func words(_ words: [String], now: String?) -> FormField.Kind {
        guard let now, !now.isEmpty else { return .choice([notKnown] + words, selected: 0) }
        let known = words.firstIndex(of: now)
        return known.map { .choice(words, selected: $0) } ?? .choice([now] + words, selected: 0)
    }
}
