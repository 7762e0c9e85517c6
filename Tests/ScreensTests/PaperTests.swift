import FoundationEssentials
import Model
import Screens
import Terminal
import Testing
import ViewModels

@Suite struct PaperTests {
    private static let clock = Clock(now: Station.now, utcOffset: 3600)

    private static var packed: PurchaseDetail {
        var detail = Details.eventful
        detail.memos = [
            Memo(
                text: "leave it with the neighbour on the second floor, ring twice, and ask for the old box",
                author: Station.elsewhere, at: Station.now - 400)
        ]
        return detail
    }

    private static let day = clock.today.map {
        DayAccount(
            date: $0, stores: ["spring-gala", "city-run"], work: Days.busy.work, backlog: Days.busy.backlog)
    }

    @Test(arguments: [
        ("slip", slipText(packed, station: "bench-3", clock: clock)),
        ("slip-homeless", slipText(Details.homeless, station: "bench-3", clock: clock)),
        ("slip-hostile", slipText(Details.hostile, quantities: [1: 2], station: "bench-3", clock: clock)),
        ("day", day.map { dayText($0, station: "bench-3", clock: clock) } ?? ""),
        ("pick", pickText(Picks.list, stores: [:], station: "bench-3", clock: clock)),
    ])
    func looksAsItDid(name: String, text: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Golden/\(name).paper")
        if ProcessInfo.processInfo.environment["SHIPDESK_RECORD"] == "1" {
            try Data(text.utf8).write(to: file)
        }
        #expect(String(decoding: try Data(contentsOf: file), as: UTF8.self) == text)
    }

    @Test(arguments: [Details.eventful, Details.homeless, Details.hostile])
    func noLineIsTooWideAndNothingMovesThePrinter(_ detail: PurchaseDetail) {
        let text = slipText(detail, station: "be\u{1B}[0mnch\n", clock: Self.clock)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            #expect(textWidth(String(line)) <= 80, "\(line)")
            #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
            #expect(!line.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
        }
    }

    @Test func onlyWhatIsAskedForIsInTheParcel() {
        let text = slipText(Details.hostile, quantities: [1: 2], station: "bench-3", clock: Self.clock)
        #expect(text.contains(" [ ]      2  Poster"))
        #expect(text.contains("      2  in this parcel"))
        #expect(!text.contains("item 2"))
    }
}
