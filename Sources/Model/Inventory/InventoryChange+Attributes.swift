import FoundationEssentials

extension InventoryChange {
    /// The change that these values mean, by the document's names.
    ///
    /// - Returns: beside it, what cannot be read; that is left out of the change.
    package static func reading(_ values: Attributes) -> (change: InventoryChange, faults: [AttributeFault]) {
        var reader = InventoryReader()
        var seats: [Int: [String: String]] = [:]
        for name in values.names {
            guard let text = values[name] else { continue }
            if text.isBlank {
                reader.fault(name, "Write something, or leave it as it is: it cannot be emptied.")
            } else if let (place, column) = InventoryTable.seat(name) {
                seats[place, default: [:]][column] = text
            } else {
                reader.read(name, text)
            }
        }
        reader.read(seats)
        return (reader.change, reader.faults)
    }

    /// What the document would refuse of these values, by attribute; what cannot be read comes first.
    ///
    /// - Parameter quantity: of the listing as last read, where it was.
    package static func faults(in values: Attributes, quantity: Int?) -> [AttributeFault] {
        let (change, unreadable) = reading(values)
        let told = Set(unreadable.map(\.attribute))
        if change == InventoryChange(), !told.isEmpty { return unreadable }
        return unreadable + change.faults(quantity: quantity).filter { !told.contains($0.attribute) }
    }

    /// By the document's names, each written in one way only, so that what means the same is the same.
    package var attributes: Attributes {
        var values = Attributes()
        for (name, path) in InventoryTable.texts { values[name] = self[keyPath: path] }
        for (name, path) in InventoryTable.amounts { values[name] = self[keyPath: path]?.description }
        for (name, path) in InventoryTable.flags { values[name] = self[keyPath: path].map(String.init) }
        values["format"] = format?.rawValue
        values["type"] = type?.rawValue
        values["view_type"] = viewType?.rawValue
        values["split_type"] = splitType?.rawValue
        values[ListingAttribute.inHandOn] = inHandOn?.description
        values[ListingAttribute.quantity] = quantity.map(String.init)
        values["remote_id"] = remoteID.map(String.init)
        if !splitOverride.isEmpty {
            values["split_override"] = splitOverride.map(String.init).joined(separator: ",")
        }
        for (place, seat) in seats.enumerated() {
            values[InventoryTable.seat(place, "seat")] = String(seat.seat)
            values[InventoryTable.seat(place, "barcode")] = seat.barcode
            values[InventoryTable.seat(place, "primary_ticket_id")] = seat.primaryTicketID
            values[InventoryTable.seat(place, "verification_id")] = seat.verificationID
        }
        return values
    }
}

/// Reads texts into a change, attribute by attribute.
private struct InventoryReader {
    var change = InventoryChange()
    private(set) var faults: [AttributeFault] = []

    mutating func fault(_ name: String, _ words: String) { faults.append(AttributeFault(name, words)) }

    mutating func read(_ name: String, _ text: String) {
        let word = text.trimmed
        if let path = InventoryTable.texts.first(where: { $0.name == name })?.path {
            change[keyPath: path] = text
        } else if let path = InventoryTable.amounts.first(where: { $0.name == name })?.path {
            change[keyPath: path] = read(name, word, { Decimal(plain: $0) }, "Write a number, such as 12.50.")
        } else if let path = InventoryTable.flags.first(where: { $0.name == name })?.path {
            change[keyPath: path] = read(name, word, { Bool(word: $0) }, "Write true or false.")
        } else {
            readOther(name, word)
        }
    }

    private mutating func readOther(_ name: String, _ word: String) {
        switch name {
        case "format": change.format = choose(name, word)
        case "type": change.type = choose(name, word)
        case "view_type": change.viewType = choose(name, word)
        case "split_type": change.splitType = choose(name, word)
        case ListingAttribute.inHandOn:
            change.inHandOn = read(name, word, { PlainDate($0) }, "Write the day as 2026-12-24.")
        case ListingAttribute.quantity:
            change.quantity = read(name, word, { Int($0) }, "Write a whole number.")
        case "remote_id": change.remoteID = read(name, word, { Int64($0) }, "Write a whole number.")
        case "split_override":
            change.splitOverride =
                read(name, word, Self.lots, "Write whole numbers between commas, such as 2,4.") ?? []
        default: fault(name, "The store has no such attribute that can be set.")
        }
    }

    /// Each place from the first on has a seat; `seat` is demanded by the document.
    mutating func read(_ seats: [Int: [String: String]]) {
        guard let last = seats.keys.max() else { return }
        for place in 0...last {
            let columns = seats[place] ?? [:]
            let name = InventoryTable.seat(place, "seat")
            guard let number = columns["seat"] else {
                fault(name, "Write the number of the seat.")
                continue
            }
            guard let number = Int(number.trimmed) else {
                fault(name, "Write the seat as a number.")
                continue
            }
            var seat = InventoryChange.Seat(number, barcode: columns["barcode"])
            seat.primaryTicketID = columns["primary_ticket_id"]
            seat.verificationID = columns["verification_id"]
            change.seats.append(seat)
        }
    }

    private mutating func read<Value>(
        _ name: String, _ word: String, _ meaning: (String) -> Value?, _ words: String
    ) -> Value? {
        let value = meaning(word)
        if value == nil { fault(name, words) }
        return value
    }

    private mutating func choose<Word: RawRepresentable & CaseIterable>(
        _ name: String, _ word: String
    ) -> Word? where Word.RawValue == String {
        let all = Word.allCases.map(\.rawValue).joined(separator: ", ")
        return read(name, word, { Word(caseless: $0) }, "Write one of: \(all).")
    }

    private static func lots(_ text: String) -> [Int]? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let lots = parts.compactMap { Int(String($0).trimmed) }
        return lots.count == parts.count ? lots : nil
    }
}

extension Decimal {
    /// Digits with or without decimals, and nothing else.
    fileprivate init?(plain text: String) {
        guard text.wholeMatch(of: /-?[0-9]{1,15}(\.[0-9]{1,10})?/) != nil else { return nil }
        self.init(string: text)
    }
}

extension Bool {
    fileprivate init?(word: String) {
        switch word.lowercased() {
        case "true", "yes": self = true
        case "false", "no": self = false
        default: return nil
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
