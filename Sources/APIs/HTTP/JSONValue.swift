/// Any JSON, for answers that could be anything. What fits no case (a number beyond all bounds) is null.
indirect enum JSONValue: Decodable, Sendable, Hashable {
    case null
    case flag(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    case array([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            self = .null
        } else if let flag = try? single.decode(Bool.self) {
            self = .flag(flag)
        } else if let integer = try? single.decode(Int64.self) {
            self = .integer(integer)
        } else if let number = try? single.decode(Double.self) {
            self = .number(number)
        } else if let text = try? single.decode(String.self) {
            self = .text(text)
        } else if let array = try? single.decode([JSONValue].self) {
            self = .array(array)
        } else {
            self = (try? single.decode([String: JSONValue].self)).map(JSONValue.object) ?? .null
        }
    }

    subscript(key: String) -> JSONValue? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    /// Text that says something.
    var text: String? {
        if case .text(let text) = self, text.contains(where: { !$0.isWhitespace }) { text } else { nil }
    }

    /// A whole number, also where it is written as text.
    var integer: Int64? {
        switch self {
        case .integer(let integer): integer
        case .text(let text): Int64(text)
        default: nil
        }
    }

    var array: [JSONValue] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// Null, false, and what is empty: a key that is there and says nothing.
    var isNothing: Bool {
        switch self {
        case .null, .flag(false), .text(""), .array([]), .object([:]): true
        default: false
        }
    }
}
