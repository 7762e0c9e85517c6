import Model

/// A day's report as `report --json` prints it.
struct DayJSON: Encodable {
    struct Sum: Encodable {
        @OrNull var name: String?
        var purchases: Int
        var items: Int
        var parcels: Int
        var handed_over: Int
        var taken_back: Int
    }
    struct Left: Encodable {
        var purchases: Int
        var items: Int
    }

    var date: String
    var stores: [String]
    var total: Sum
    var stations: [Sum]
    var carriers: [Sum]
    /// Of the total, what is kept on this box alone.
    var kept: Sum
    /// Marks.
    var unconfirmed: Int
    /// Null for another day than today.
    @OrNull var backlog: Left?
}

extension DayJSON {
    init(_ account: DayAccount) {
        date = account.date.description
        stores = account.stores
        total = Sum(account.work.total)
        stations = account.work.stations.map(Sum.init)
        carriers = account.work.carriers.map(Sum.init)
        kept = Sum(account.work.kept)
        unconfirmed = account.work.unconfirmed
        backlog = account.backlog.map { Left(purchases: $0.purchases, items: $0.items) }
    }
}

extension DayJSON.Sum {
    init(_ sum: DaySum) {
        name = sum.name.isEmpty ? nil : sum.name
        purchases = sum.purchases
        items = sum.out
        parcels = sum.parcels
        handed_over = sum.handedOver
        taken_back = sum.takenBack
    }
}

/// A day's report as `report --csv` prints it: a line for each station, each carrier, and one for all.
func dayCSV(_ account: DayAccount) -> [String] {
    func row(_ kind: String, _ sum: DaySum) -> String {
        let numbers = [sum.purchases, sum.out, sum.parcels, sum.handedOver, sum.takenBack]
        return CSV.row([account.date.description, kind, sum.name] + numbers.map(String.init))
    }
    let header = ["date", "by", "name", "purchases", "items", "parcels", "handed_over", "taken_back"]
    return [CSV.row(header)] + account.work.stations.map { row("station", $0) }
        + account.work.carriers.map { row("carrier", $0) }
        + [row("kept on this box", account.work.kept), row("total", account.work.total)]
}
