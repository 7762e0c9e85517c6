import Model

// What a purchase is found by. Items stand as tokens of their kind, which a query for a name is widened by:
// so a new name needs no new index.

/// One text for the full-text index.
func searchWords(of purchase: Purchase, marks: [Mark], memos: [Memo] = []) -> String {
    var words = [purchase.firstName, purchase.lastName, purchase.id.text, purchase.confirmationCode ?? ""]
    words += purchase.items.map { kindToken($0.kind) }
    if let address = purchase.address {
        words += [
            address.fullName, address.address1, address.address2, address.city, address.state,
            address.zipcode, address.countryCode,
        ].compactMap(\.self)
    }
    words += purchase.ledger.compactMap(\.tracking) + marks.compactMap(\.tracking) + memos.map(\.text)
    return spaced(words.filter { !$0.isEmpty }.joined(separator: " "))
}

/// A word that nobody types: it begins with a character of the private use area.
func kindToken(_ kind: ItemKind) -> String {
    "\u{E000}\(kind.itemID)" + (kind.variantID.map { "v\($0)" } ?? "")
}

/// Scripts that are written without spaces get one around every character: then any part of them is found.
func spaced(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0 }) { return text }
    var spaced = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        if scalar.value == 0 { continue }
        guard isWrittenWithoutSpaces(scalar) else {
            spaced.append(scalar)
            continue
        }
        spaced.append(contentsOf: [" ", scalar, " "])
    }
    return String(spaced)
}

private func isWrittenWithoutSpaces(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF,  // Thai, Lao
        0x1000...0x109F, 0x1780...0x17FF,  // Myanmar, Khmer
        0x3005...0x3007, 0x3041...0x30FF, 0x31F0...0x31FF,  // kana
        0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF,  // ideographs
        0xAC00...0xD7A3:  // Hangul syllables
        true
    default: false
    }
}
