import Model
import Testing

@Suite struct PlainDateTests {
    private func date(_ text: String) throws -> PlainDate { try #require(PlainDate(text)) }

    @Test func daysAndDatesAgreeOverFourCenturiesAndAtTheEnds() throws {
        var day = try date("1900-01-01").dayNumber
        for year in 1900...2300 {
            for month in 1...12 {
                for number in 1...31 {
                    guard let date = PlainDate(year: year, month: month, day: number) else { continue }
                    #expect(date.dayNumber == day)
                    #expect(PlainDate(dayNumber: day) == date)
                    day += 1
                }
            }
        }
        for text in ["0001-01-01", "9999-12-31"] {
            #expect(PlainDate(dayNumber: try date(text).dayNumber) == (try date(text)))
        }
        #expect(try date("1970-01-01").dayNumber == 0)
    }

    @Test func thereIsNothingBeyondTheEnds() throws {
        #expect(try date("9999-12-31").adding(days: 1) == nil)
        #expect(try date("0001-01-01").adding(days: -1) == nil)
        for number in [Int.min, Int.max] {
            #expect(PlainDate(dayNumber: number) == nil)
            #expect(try date("2026-11-22").adding(days: number) == nil)
        }
    }

    @Test(arguments: ["2024-02-29", "2000-02-29", "2026-12-31", "0999-01-01"])
    func aDateReadsAndPrintsTheSame(text: String) throws {
        #expect(try date(text).description == text)
    }

    @Test(arguments: [
        "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00", "0000-01-01",
        "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01 ", "+026-01-01", "-026-01-01", "2026-01-01T00:00",
        "２０２６-01-01", "2026-01-0\u{661}", "", "--",
    ])
    func whatIsNoDateIsRefused(text: String) {
        #expect(PlainDate(text) == nil)
    }

    @Test func datesAreOrderedByTheCalendar() throws {
        let texts = ["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01"]
        #expect(try texts.shuffled().map(date).sorted().map(\.description) == texts)
    }

    @Test func weekdaysBeginOnMonday() throws {
        #expect(try date("2026-11-22").weekday == 6)
        #expect(try date("2026-11-23").weekday == 0)
        #expect(try date("1969-12-31").weekday == 2)
    }

    @Test(arguments: [
        ("2026-12-24", "2026-12-24"), ("today", "2026-11-22"), ("Tomorrow", "2026-11-23"),
        ("+0d", "2026-11-22"), ("+3d", "2026-11-25"), ("+3660d", "2036-11-29"),
        ("mon", "2026-11-23"), ("FRI", "2026-11-27"), ("sat", "2026-11-28"), ("sun", "2026-11-29"),
    ])
    func peopleTypeDatesInShort(typed: String, meant: String) throws {
        #expect(PlainDate.typed(typed, today: try date("2026-11-22"))?.description == meant)
    }

    @Test(arguments: [
        "", "+d", "+-1d", "++3d", "+3661d", "3d", "+3", "+99999999999999999999d", "fr", "friday", "d",
    ])
    func otherWordsAreNoDates(typed: String) throws {
        #expect(PlainDate.typed(typed, today: try date("2026-11-22")) == nil)
    }

    @Test func aWeekdayIsTheNextOneAfterTodayWhateverTodayIs() throws {
        let words = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        for offset in 0..<7 {
            let today = try #require(try date("2026-11-22").adding(days: offset))
            for (weekday, word) in words.enumerated() {
                let found = try #require(PlainDate.typed(word, today: today))
                #expect(found.weekday == weekday)
                #expect((1...7).contains(found.dayNumber - today.dayNumber))
            }
        }
    }
}
