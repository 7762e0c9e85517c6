import FoundationEssentials
import Model

// The parts of a mark that are only ever read whole stand in one column as JSON.

func jsonText<T: Encodable>(_ value: T?) throws -> String? {
    guard let value else { return nil }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}

/// An empty list is stored as nothing: most marks have seen no entries.
func jsonText<T: Encodable>(ofList list: [T]) throws -> String? {
    list.isEmpty ? nil : try jsonText(list)
}

/// No values are stored as nothing: most stores have none.
func jsonText(of values: Attributes) throws -> String? {
    values.isEmpty ? nil : try jsonText(values)
}

func fromJSON<T: Decodable>(_ text: String?, as type: T.Type = T.self) -> T? {
    text.flatMap { try? JSONDecoder().decode(T.self, from: Data($0.utf8)) }
}
