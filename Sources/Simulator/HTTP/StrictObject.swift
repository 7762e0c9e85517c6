import FoundationEssentials

/// A JSON object of a request that may leave keys out: every key that was asked for is known, every other
/// one a fault, and so is every value of the wrong type. Faults are collected, not thrown.
final class StrictObject {
    private let members: [String: JSON]
    private var known: Set<String> = []
    private var own: [String] = []
    private var below: [StrictObject] = []
    private let place: String

    /// Nil where it is no object.
    convenience init?(_ data: Data) {
        guard case .object(let members)? = try? JSONDecoder().decode(JSON.self, from: data) else {
            return nil
        }
        self.init(members, place: "")
    }

    private init(_ members: [String: JSON], place: String) {
        self.members = members
        self.place = place
    }

    /// What is wrong, here and below.
    var faults: [String] { own + below.flatMap(\.faults) }

    func fault(_ sentence: String) { own.append(sentence) }

    /// Once everything was asked for.
    func refuseUnknown() {
        for key in Set(members.keys).subtracting(known).sorted() {
            fault("The \(place)\(key) field is unknown.")
        }
        for object in below { object.refuseUnknown() }
    }

    func has(_ key: String) -> Bool {
        known.insert(key)
        return members[key] != nil
    }

    // MARK: Values; nil where they are left out or wrong

    func text(_ key: String, mayBeEmpty: Bool = false) -> String? {
        guard has(key) else { return nil }
        guard case .text(let text)? = members[key] else { return wrong(key, "must be a string.") }
        let isBlank = text.allSatisfy(\.isWhitespace)
        return isBlank && !mayBeEmpty ? wrong(key, "must not be blank.") : text
    }

    func textOrNull(_ key: String) -> String? {
        if case .null? = members[key] { return nil }
        return text(key)
    }

    func needed(_ key: String) -> String? {
        has(key) ? text(key) : wrong(key, "is required.")
    }

    func choice(_ key: String, _ words: [String]) -> String? {
        guard let text = text(key) else { return nil }
        return words.contains(text) ? text : wrong(key, "does not have a valid value.")
    }

    func flag(_ key: String) -> Bool? {
        guard has(key) else { return nil }
        guard case .flag(let flag)? = members[key] else { return wrong(key, "must be true or false.") }
        return flag
    }

    func integer(_ key: String) -> Int? {
        guard has(key) else { return nil }
        guard case .number(let number)? = members[key], number == number.rounded(), abs(number) < 1e15 else {
            return wrong(key, "must be an integer.")
        }
        return Int(number)
    }

    @discardableResult func number(_ key: String) -> Double? {
        guard has(key) else { return nil }
        guard case .number(let number)? = members[key] else { return wrong(key, "must be a number.") }
        return number
    }

    /// `YYYY-MM-DD`.
    @discardableResult func date(_ key: String) -> String? {
        guard let text = text(key) else { return nil }
        return text.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) == nil ? wrong(key, "is not a valid date.") : text
    }

    func object(_ key: String) -> StrictObject? {
        guard has(key) else { return nil }
        guard case .object(let members)? = members[key] else { return wrong(key, "must be an object.") }
        return inner(members, "\(place)\(key).")
    }

    func objects(_ key: String) -> [StrictObject]? {
        guard has(key) else { return nil }
        guard case .array(let elements)? = members[key] else { return wrong(key, "must be an array.") }
        return elements.enumerated().compactMap { number, element in
            guard case .object(let members) = element else { return wrong(key, "must hold objects.") }
            return inner(members, "\(place)\(key).\(number).")
        }
    }

    func integers(_ key: String) -> [Int]? {
        guard has(key) else { return nil }
        guard case .array(let elements)? = members[key] else { return wrong(key, "must be an array.") }
        return elements.compactMap { element in
            guard case .number(let number) = element, number == number.rounded(), abs(number) < 1e15 else {
                return wrong(key, "must hold integers.")
            }
            return Int(number)
        }
    }

    /// A value that must be there and must be this one.
    func expect(_ key: String, _ value: Bool) {
        guard has(key) else { return fault("The \(place)\(key) field is required.") }
        if let flag = flag(key), flag != value { fault("The \(place)\(key) does not match the listing.") }
    }

    /// A text that may be left out, but must be this one.
    func expect(_ key: String, _ value: String) {
        if let text = text(key), text != value { fault("The \(place)\(key) does not match the listing.") }
    }

    private func inner(_ members: [String: JSON], _ place: String) -> StrictObject {
        let object = StrictObject(members, place: place)
        below.append(object)
        return object
    }

    private func wrong<Value>(_ key: String, _ what: String) -> Value? {
        fault("The \(place)\(key) field \(what)")
        return nil
    }
}

/// Any JSON.
private enum JSON: Decodable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case array([JSON])
    case object([String: JSON])

    init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            self = .null
        } else if let flag = try? single.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? single.decode(Double.self) {
            self = .number(number)
        } else if let text = try? single.decode(String.self) {
            self = .text(text)
        } else if let array = try? single.decode([JSON].self) {
            self = .array(array)
        } else {
            self = .object(try single.decode([String: JSON].self))
        }
    }
}
