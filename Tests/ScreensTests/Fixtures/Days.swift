import Model

/// Days for the pictures.
enum Days {
    static let busy: DayReport = {
        var report = DayReport()
        report.work.hours = [0, 0, 0, 0, 0, 0, 0, 4, 31, 58, 44, 61, 12, 40, 22, 0, 0, 0, 0, 0, 0, 0, 0, 0]
        report.work.total = DaySum(
            "", purchases: 171, out: 278, handedOver: 18, takenBack: 6, parcels: 149)
        report.work.stations = [
            DaySum("bench-3", purchases: 88, out: 147, handedOver: 4, takenBack: 6, parcels: 80),
            DaySum("bench-1", purchases: 60, out: 97, handedOver: 14, parcels: 48),
            DaySum("office:pts/2", purchases: 23, out: 34, parcels: 21),
        ]
        report.work.carriers = [
            DaySum("UPS", purchases: 90, out: 130, takenBack: 6, parcels: 85),
            DaySum("FedEx or USPS", purchases: 51, out: 70, parcels: 50),
            DaySum("no tracking", purchases: 20, out: 58, handedOver: 18),
            DaySum("no carrier known", purchases: 10, out: 20, parcels: 14),
        ]
        report.work.unconfirmed = 3
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
