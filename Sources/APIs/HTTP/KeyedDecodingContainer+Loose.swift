import FoundationEssentials

/// Fields as the stores write them: numbers also as text, text also as a number.
extension KeyedDecodingContainer {
    /// A whole number, also where it is written as text.
    /// - Throws: ``FieldFault`` where it is missing, null, no whole number, or outside `range`.
    func number<Number: FixedWidthInteger & Decodable>(
        _ key: Key, in range: ClosedRange<Number>
    ) throws -> Number {
        // The usual case first, by itself: it costs one look-up instead of three.
        if let number = try? decode(Number.self, forKey: key), range.contains(number) { return number }
        guard let number: Number = try numberIfPresent(key, in: range) else {
            throw fault(key, contains(key) ? "is null" : "is missing")
        }
        return number
    }

    /// The same; nil where it is missing or null.
    func numberIfPresent<Number: FixedWidthInteger & Decodable>(
        _ key: Key, in range: ClosedRange<Number>
    ) throws -> Number? {
        guard let number: Number = try plainNumber(key) else { return nil }
        guard range.contains(number) else { throw fault(key, "is out of range") }
        return number
    }

    /// Text, also where it is written as a whole number; nil where it is missing or null.
    func text(_ key: Key) throws -> String? {
        do {
            return try decodeIfPresent(String.self, forKey: key)
        } catch {
            guard let number = try? decode(Int64.self, forKey: key) else { throw error }
            return String(number)
        }
    }

    /// Text that is not empty; nil where it is missing, null or empty.
    func saying(_ key: Key) throws -> String? {
        guard let text = try text(key), !text.isEmpty else { return nil }
        return text
    }

    /// True or false, also as text or as 1 and 0; nil where it is neither.
    func flag(_ key: Key) -> Bool? {
        if let flag = try? decode(Bool.self, forKey: key) { return flag }
        switch (try? text(key))?.lowercased() {
        case "true", "1": return true
        case "false", "0": return false
        default: return nil
        }
    }

    /// An amount, also where it is written as text; nil where it is none.
    func decimal(_ key: Key) -> Decimal? {
        if let text = try? decode(String.self, forKey: key) { return Decimal(string: text) }
        return try? decode(Decimal.self, forKey: key)
    }

    /// A list; empty where it is missing or null.
    func list<Element: Decodable>(_ key: Key) throws -> [Element] {
        try decodeIfPresent([Element].self, forKey: key) ?? []
    }

    func fault(_ key: Key, _ problem: String) -> FieldFault {
        FieldFault(path: codingPath + [key], problem)
    }

    private func plainNumber<Number: FixedWidthInteger & Decodable>(_ key: Key) throws -> Number? {
        do {
            return try decodeIfPresent(Number.self, forKey: key)
        } catch {
            guard let text = try? decode(String.self, forKey: key), let number = Number(text) else {
                throw fault(key, "is no whole number")
            }
            return number
        }
    }
}
