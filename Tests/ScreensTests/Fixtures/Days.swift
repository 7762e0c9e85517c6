import Model

/// Days for the pictures.
enum Days {
    static let busy: DayReport = {
        var report = DayReport()
        report.work.hours = [0, 0, 0, 0, 0, 0, 0, 4, 31, 58, 44, 61, 12, 40, 22, 0, 0, 0, 0, 0, 0, 0, 0, 0]
        report.work.shipped = 260
        report.work.handedOver = 18
        report.work.takenBack = 6
        report.work.purchases = 171
        report.work.stations = [
            Tally("bench-3", items: 141, purchases: 88), Tally("bench-1", items: 97, purchases: 60),
            Tally("office:pts/2", items: 34, purchases: 23),
        ]
        report.backlog.purchases = 412
        report.backlog.items = 733
        report.backlog.ages = [.day: 201, .twoDays: 120, .threeDays: 51, .week: 33, .twoWeeks: 6, .older: 1]
        report.backlog.kinds = [
            ItemCount(count: 301, name: "Shirt, L"), ItemCount(count: 180, name: "Mug"),
            ItemCount(count: 96, name: "ポスター 大 サイン入り"), ItemCount(count: 80, name: "Shirt, M"),
            ItemCount(count: 40, name: "Cap"), ItemCount(count: 21, name: "Shirt, S"),
            ItemCount(count: 15, name: "Scarf with a very long name"),
        ]
        report.attention = [.noAddress: 3, .conflict: 1]
        report.open = [.sending: 2, .unknown: 1]
        return report
    }()
}
