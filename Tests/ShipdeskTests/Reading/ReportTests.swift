import FoundationEssentials
import Model
import Simulator
import TestKit
import Testing

@Suite(.serialized, .timeLimit(.minutes(2))) struct ReportTests {
    private static let purchases = [
        Made.purchase(1043, 2, 1), Made.purchase(1044, 1, age: 9_000), Made.purchase(1045, 3, age: 8_000),
    ]

    /// It is noon at the station, so that no midnight comes between.
    private static func noon(_ box: inout Box) throws -> PlainDate {
        let now = Int(Date().timeIntervalSince1970)
        let west = now % 86_400 / 3_600 - 12
        box.environment["TZ"] = "STN\(west)"
        return try #require(PlainDate(dayNumber: (now - west * 3_600) / 86_400))
    }

    @Test func aDayIsSummedUpByStationAndCarrier() async throws {
        try await withBox(Self.purchases) { plain, _ in
            var box = plain
            let today = try Self.noon(&box)
            try await box.ends(0, "ship", "1043", "--tracking", "1Z999AA10123456784")
            try await box.ends(0, "ship", "1044", "--hand-over", "--station", "counter")
            try await box.ends(0, "ship", "1045:1=1", "--tracking", "1Z12345E6605272234")
            try await box.ends(0, "undo", "1045:1")
            let day: Day = try await box.run("report", "--json").json()
            #expect(day.date == today.description && day.stores == ["spring-gala"])
            #expect(day.total == Day.Sum(nil, 3, 5, 1, 1, 1))
            #expect(
                day.stations == [Day.Sum("bench-3", 2, 4, 1, 0, 1), Day.Sum("counter", 1, 1, 0, 1, 0)])
            #expect(
                day.carriers == [Day.Sum("UPS", 2, 4, 1, 0, 1), Day.Sum("no tracking", 1, 1, 0, 1, 0)])
            #expect(day.unconfirmed == 0)
            #expect(day.backlog == Day.Left(purchases: 1, items: 3))
            let same: Day = try await box.run("report", "--json", "--date", today.description).json()
            #expect(same == day)

            let words = try await box.run("report")
            #expect(words.has(0))
            #expect(words.output.hasPrefix("SHIPPED ON \(today)"))
            #expect(words.output.contains("Left to ship: 1 purchase, 3 items."))
            let lines = try await box.run("report", "--csv").output.split(separator: "\n")
            #expect(lines.first == "date,by,name,purchases,items,parcels,handed_over,taken_back")
            #expect(lines.dropFirst().first == "\(today),station,bench-3,2,4,1,0,1")
            #expect(lines.dropLast().last == "\(today),kept on this box,,0,0,0,0,0")
            #expect(lines.last == "\(today),total,,3,5,1,1,1")
        }
    }

    @Test func anotherDayHasItsOwnMarksAndNoBacklog() async throws {
        try await withBox(Self.purchases) { plain, _ in
            var box = plain
            let today = try Self.noon(&box)
            try await box.ends(0, "ship", "1043")
            let before = try #require(PlainDate(dayNumber: today.dayNumber - 1))
            let day: Day = try await box.run("report", "--json", "--date", before.description).json()
            #expect(day.total == Day.Sum(nil, 0, 0, 0, 0, 0))
            #expect(day.stations.isEmpty && day.carriers.isEmpty && day.backlog == nil)
            let words = try await box.run("report", "--date", before.description)
            #expect(!words.output.contains("Left to ship"))
            // The same moment, seen from the other side of the date line, was yesterday.
            box.environment["TZ"] = "STN\(Int(Date().timeIntervalSince1970) % 86_400 / 3_600 + 1)"
            let west: Day = try await box.run("report", "--json", "--date", before.description).json()
            #expect(west.total.purchases == 1)
        }
    }

    @Test func marksThatNobodyConfirmedAreTold() async throws {
        try await withBox(Self.purchases) { plain, _ in
            var box = plain
            _ = try Self.noon(&box)
            try await box.ends(0, "sync")
            try await box.ends(75, "ship", "1044", "--no-wait")
            let day: Day = try await box.run("report", "--json").json()
            #expect(day.unconfirmed + day.total.purchases == 1)
        }
    }

    @Test func wrongArgumentsAreNamed() async throws {
        try await withBox(Self.purchases) { box, _ in
            try await box.ends(64, "report", "--date", "2026-02-30")
            try await box.ends(64, "report", "--json", "--csv")
        }
    }
}

/// `report --json`, written down once more, so that a changed key cannot go unseen.
private struct Day: Decodable, Equatable {
    struct Sum: Decodable, Equatable {
        var name: String?
        var purchases: Int
        var items: Int
        var parcels: Int
        var handed_over: Int
        var taken_back: Int

        init(
            _ name: String?, _ purchases: Int, _ items: Int, _ parcels: Int, _ handedOver: Int,
            _ takenBack: Int
        ) {
            self.name = name
            self.purchases = purchases
            self.items = items
            self.parcels = parcels
            handed_over = handedOver
            taken_back = takenBack
        }
    }
    struct Left: Decodable, Equatable {
        var purchases: Int
        var items: Int
    }
    var date: String
    var stores: [String]
    var total: Sum
    var stations: [Sum]
    var carriers: [Sum]
    var unconfirmed: Int
    var backlog: Left?
}
