import Model

/// What a station needs to find its screen again as it was left: an SSH session that breaks costs nothing.
package struct ScreenMemory: Sendable, Hashable, Codable {
    /// Unix seconds when it was so.
    package var at: Int64
    /// The terminal went away. Where the person quit instead, only the view and the theme come back.
    package var wasCutOff: Bool
    package var theme: String
    package var query: ListQuery
    /// The first row of the page, and the purchase under the cursor.
    package var page: RowPosition?
    package var cursor: PurchaseKey?
    package var marks: [MarkedPurchase]
    /// What stood over the list.
    package var opened: Opened?
    /// A ship form that was being filled.
    package var draft: FormDraft?
    /// What was typed after `:` and `/`; comes back always. Nil in a file of an older version.
    package var typed: LineHistory?

    /// Seconds: what lies longer belongs to another day's work.
    private static let longest: Int64 = 12 * 3600

    /// Whether more comes back than the view.
    /// - Parameter now: Unix seconds.
    func isFresh(now: Int64) -> Bool { wasCutOff && now - at < ScreenMemory.longest }
}

/// A screen that can be opened again without asking anybody.
package enum Opened: Sendable, Hashable, Codable {
    case purchase(PurchaseKey)
    /// For a screen on a wall, which has nobody to open it again.
    case today
}

/// A ship form that is not sent yet: whom it is about, and what was typed.
package struct FormDraft: Sendable, Hashable, Codable {
    /// One: a form of its own; more: an action over many.
    package var purchases: [PurchaseKey]
    package var verb: Verb
    package var fields: [FieldDraft]
    package var focus: FieldID?
}

package struct FieldDraft: Sendable, Hashable, Codable {
    package var id: FieldID
    package var text: String
    /// Of a choice: which.
    package var selected: Int?
}

extension ShipForm {
    var draft: FormDraft {
        let fields = form.fields.map { field in
            let selected: Int? = if case .choice(_, let selected) = field.kind { selected } else { nil }
            return FieldDraft(id: field.id, text: field.entry.text, selected: selected)
        }
        return FormDraft(purchases: purchases, verb: verb, fields: fields, focus: form.focused?.id)
    }

    /// What was typed, in the fields that there are now. What is safe is what it is now.
    mutating func fill(from draft: FormDraft) {
        for field in draft.fields {
            form.change(field.id) {
                $0.entry = TextEntry(field.text)
                guard case .choice(let words, _) = $0.kind, let selected = field.selected,
                    words.indices.contains(selected)
                else { return }
                $0.kind = .choice(words, selected: selected)
            }
        }
        showWhatCounts()
        if let place = form.fields.firstIndex(where: { $0.id == draft.focus && $0.isActive }) {
            form.focus = place
        }
    }
}
