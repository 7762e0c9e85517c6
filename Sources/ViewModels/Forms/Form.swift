import Model

/// What a field holds; tells fields apart.
package enum FieldID: Sendable, Hashable, Codable {
    case verb
    case quantity(item: Int)
    case tracking
    /// Of an order; the first choice leaves it as it is.
    case status
    /// Whether each of many purchases gets a number of its own.
    case trackingChoice
    case trackingOf(PurchaseKey)
    case deliverBy
    /// The entered address, or another for this shipment only.
    case addressChoice
    case address(AddressPart)
    /// How many of the n-th source an undo takes back.
    case source(Int)
    case reason
    /// A value by the name of its document.
    case value(String)
    case memo
    /// Printer, PDF or text file.
    case paperWay
    case paperPrinter, paperFile
    /// As listed, or reversed.
    case paperOrder
}

package enum AddressPart: String, Sendable, Hashable, CaseIterable, Codable {
    case fullName, address1, address2, city, state, zipcode, countryCode

    package var label: String {
        switch self {
        case .fullName: "Name"
        case .address1: "Street"
        case .address2: "Street 2"
        case .city: "Town"
        case .state: "State"
        case .zipcode: "Zip code"
        case .countryCode: "Country"
        }
    }
}

/// One line of a form.
package struct FormField: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case text
        /// Digits only.
        case quantity(most: Int)
        /// Space, Left and Right choose.
        case choice([String], selected: Int)
    }
    package var id: FieldID
    package var label: String
    package var kind: Kind
    package var entry: TextEntry
    /// Beside the field: `of 3 safe`, `Fri 2026-11-27`.
    package var note: String
    /// What is wrong with it; shown in its place.
    package var problem: String?
    /// What is to be known of what was typed; shown below it.
    package var remark: FieldRemark?
    /// False: not shown and passed over.
    package var isActive: Bool

    package init(_ id: FieldID, _ label: String, kind: Kind = .text, text: String = "", note: String = "") {
        self.id = id
        self.label = label
        self.kind = kind
        self.note = note
        entry = TextEntry(text)
        isActive = true
    }

    /// What the field shows.
    package var shown: String {
        if case .choice(let words, let selected) = kind { words[selected] } else { entry.text }
    }
}

/// A line below a field.
package struct FieldRemark: Sendable, Hashable {
    package var text: String
    package var isWarning: Bool
}

/// Fields one below the other; Enter and Tab go on and end at the preview.
package struct Form: Sendable, Hashable {
    package var fields: [FormField]
    /// The index in `fields` of the one that is typed into; always an active one.
    package var focus: Int {
        didSet { isFresh = true }
    }
    /// Nothing was done in the focused field yet: a digit replaces the quantity that stands there.
    var isFresh = true
    package init(_ fields: [FormField]) {
        self.fields = fields
        focus = 0
    }

    package var active: [FormField] { fields.filter(\.isActive) }
    package var focused: FormField? { fields.indices.contains(focus) ? fields[focus] : nil }
    package subscript(id: FieldID) -> FormField? { fields.first { $0.id == id } }
}
