/// `auth-info/entity-info.json`.
struct EntityInfoWire: WireAnswer {
    let meaning: EntityInfo

    private enum Keys: String, CodingKey {
        case type = "entity_type"
        case name = "entity_name"
        case specificID = "entity_specific_id"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        meaning = EntityInfo(
            type: try fields.decode(String.self, forKey: .type),
            name: try fields.text(.name) ?? "",
            specificID: try fields.numberIfPresent(.specificID, in: 0...Int64.max))
    }
}
