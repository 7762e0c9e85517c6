import Model
import ViewModels

/// Invented purchases as rows of the list: first those with names and addresses that strangers think of, then
/// as many plain ones as fill a page.
enum Purchases {
    static func rows(_ count: Int, filter: StateFilter = .toShip) -> [ListRow] {
        var rows = Array(hostile.prefix(count))
        while rows.count < count { rows.append(plain(rows.count)) }
        if filter == .all {
            for number in rows.indices { rows[number].state = states[number % states.count] }
        }
        return rows
    }

    static let counts = StateCounts([
        .toShip: 412, .partly: 31, .attention: 4, .shipped: 9_204, .all: 1_209_647, .nothing: 18, .held: 2,
    ])

    private static let states: [PurchaseState] = [.toShip, .partly, .shipped, .nothing, .held]

    private static let hostile: [ListRow] = [
        row(1043, "Müller, Zoë", age: 2 * day, [(2, "Shirt L"), (1, "Mug")], "München", "DE"),
        row(1044, "山田 太郎", age: 2 * day, [(1, "Poster")], "札幌市", "JP"),
        row(1047, "O'Neil, John", age: day, [(3, "Cap")], nil, nil, attention: [.noAddress]),
        row(1048, "Abd al-Raḥmān, عبد الرحمن", age: day, [(1, "Shirt M")], "القاهرة", "EG", isWaiting: true),
        row(1051, "👩‍👩‍👧 Family, Ngô", age: 20 * hour, [(4, "Mug"), (2, "Shirt S")], "Hà Nội", "VN"),
        row(
            1052, "Wolfeschlegelsteinhausenbergerdorff, Hubert Blaine", age: 9 * hour,
            [(1, "Poster A1, signed, in a tube"), (1, "Shirt XXL"), (2, "Cap"), (12, "Sticker")],
            "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "GB"),
        row(
            1060, "Two\nlines, \u{202E}desrever", age: 3 * hour, [(1, "Mug")], "Two\r\nTowns", "US",
            attention: [.unsettled], isWaiting: true),
        row(1061, "", age: 40 * 60, [(1, "#32/714")], "Bergen", "NO"),
        row(1062, "Ito, Ken", age: 6 * 60, [(2, "Cap")], "Osaka", "JP"),
    ]

    private static let day: Int64 = 86_400
    private static let hour: Int64 = 3600

    private static func plain(_ number: Int) -> ListRow {
        let names = ["Berg, Ida", "Costa, Rui", "Dahl, Per", "Eder, Eva", "Fox, Amy", "Gil, Ana"]
        let towns = [("Oslo", "NO"), ("Porto", "PT"), ("Malmö", "SE"), ("Graz", "AT"), ("Leeds", "GB")]
        let town = towns[number % towns.count]
        return row(
            1062 + number, names[number % names.count], age: Int64(300 - number),
            [(1 + number % 3, "Shirt M")],
            town.0, town.1)
    }

    private static func row(
        _ id: Int, _ purchaser: String, age: Int64, _ contents: [(Int, String)], _ city: String?,
        _ country: String?, attention: [AttentionReason] = [], isWaiting: Bool = false
    ) -> ListRow {
        ListRow(
            key: Station.key(id), position: RowPosition(row: Int64(id)), listedAt: Station.now - age,
            purchaser: purchaser, state: .toShip, attention: attention, isWaiting: isWaiting,
            contents: contents.map { ItemCount(count: $0.0, name: $0.1) }, city: city, countryCode: country,
            hasUsableAddress: city != nil)
    }
}
