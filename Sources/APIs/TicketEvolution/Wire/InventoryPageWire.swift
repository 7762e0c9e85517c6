import Model

/// `GET inventory`: a bare list of rows, each of which may be unreadable by itself.
struct InventoryPageWire: WireAnswer {
    let meaning: InventoryPage

    init(from decoder: any Decoder) throws {
        let rows = try decoder.singleValueContainer().decode([Lenient<RowWire>].self)
        var page = InventoryPage(rows: [])
        page.rows.reserveCapacity(rows.count)
        for (place, row) in rows.enumerated() {
            if let row = row.value { page.rows.append(row.row) } else { page.setAside.append(place) }
        }
        meaning = page
    }
}

private struct RowWire: Decodable {
    let row: InventoryPage.Row

    private enum Keys: String, CodingKey {
        case id
        case remoteID = "remote_id"
        case eventID = "event_id"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        row = InventoryPage.Row(
            id: try fields.numberIfPresent(.id, in: 1...Int64.max - 1),
            remoteID: try fields.numberIfPresent(.remoteID, in: 0...Int64.max - 1),
            eventID: try fields.numberIfPresent(.eventID, in: 0...Int64.max - 1))
    }
}
