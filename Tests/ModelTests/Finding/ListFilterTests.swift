import FoundationEssentials
import Model
import Testing

@Suite("A filter as a line of text") struct ListFilterTests {
    @Test func everyKeyIsRead() throws {
        let line = """
            state:to-ship,partly item:"Shirt, long",mug variant:L country:de,none code:AB12 store:gala \
            before:2026-11-01 after:yesterday on:today age:>2d -tracking:no held:yes note:no zoë "main street" -gift
            """
        let date = try #require(PlainDate("2026-11-01"))
        let terms: [FilterTerm] = [
            FilterTerm(.state([.toShip, .partly])), FilterTerm(.item(["Shirt, long", "mug"])),
            FilterTerm(.variant(["L"])), FilterTerm(.country(["DE", ""])), FilterTerm(.code(["AB12"])),
            FilterTerm(.store(["gala"])), FilterTerm(.before(.date(date))), FilterTerm(.after(.yesterday)),
            FilterTerm(.on(.today)), FilterTerm(.age(AgeBound(isOlder: true, count: 2, unit: .days))),
            FilterTerm(.tracking(false), isNegated: true), FilterTerm(.held(true)), FilterTerm(.note(false)),
            FilterTerm(.words("zoë")),
            FilterTerm(.words("main street")), FilterTerm(.words("gift"), isNegated: true),
        ]
        let filter = try ListFilter(parsing: line)
        #expect(filter.terms == terms)
        #expect(filter.search == "zoë \"main street\"")
        #expect(filter.states == [.toShip, .partly])
    }

    @Test(arguments: [
        "", "zoë", "a b", "state:to-ship", "-country:DE", "item:\"Shirt, long\",mug", "\"-5\"", "\"a:b\"",
        "\"say \"\"hi\"\"\"", "10:30", "age:<15m", "country:none,DE", "\"\"\"\"", "on:today -tracking:yes",
    ])
    func printsAsItIsRead(_ line: String) throws {
        let filter = try ListFilter(parsing: line)
        #expect(try ListFilter(parsing: filter.description) == filter)
    }

    @Test func anyFilterReadsAsItPrints() throws {
        var chance = Chance(seed: 7)
        for _ in 0..<2_000 {
            let filter = ListFilter((0..<Int.random(in: 0...5, using: &chance)).map { _ in chance.term() })
            #expect(try ListFilter(parsing: filter.description) == filter, "\(filter)")
            let stored = try JSONEncoder().encode([filter])
            #expect(try JSONDecoder().decode([ListFilter].self, from: stored) == [filter])
        }
    }

    @Test(arguments: [
        ("colour:red", "colour: is no filter; there are state, item"),
        ("state:open", "state:open: state: takes to-ship, partly, attention"),
        ("country:Germany", "country:Germany: country: takes two letters"), ("country:", "country: takes"),
        ("age:2d", "age: takes >2d is older"), ("age:>d", "age: takes"), ("age:>2y", "age: takes"),
        ("before:2026-13-01", "before:2026-13-01: before: takes a day"),
        ("tracking:maybe", "takes yes or no"),
        ("tracking:yes,no", "takes yes or no"), ("item:a,,b", "item: takes"),
        ("zoë \"main street", "\"main street: the quote is not closed."), ("\"\"", "there is no word in it"),
    ])
    func whatCannotBeIsNamedWithWhatMay(_ line: String, _ words: String) {
        let problem = #expect(throws: FilterProblem.self) { try ListFilter(parsing: line) }
        #expect(problem?.sentence.contains(words) == true, "\(problem?.sentence ?? "")")
        #expect(problem.map { line.contains($0.word) } == true)
    }

    @Test func aQueryWrittenBeforeThereWereConditionsStillReads() throws {
        let old =
            #"{"store":{"number":3},"filter":"partly","search":"zoe","sort":{"column":"id","descending":true}}"#
        let query = try JSONDecoder().decode(ListQuery.self, from: Data(old.utf8))
        #expect(
            query
                == ListQuery(
                    store: StoreID(3), filter: .partly, search: "zoe", sort: ListSort(.id, descending: true)))
        let new = query.narrowed(
            to: try ListFilter(parsing: "age:>2d"), asOf: Moment(now: 500, utcOffset: 60))
        #expect(try JSONDecoder().decode(ListQuery.self, from: JSONEncoder().encode(new)) == new)
    }

    @Test(arguments: [
        ("country:DE", StateFilter.partly, "country:DE"),
        ("state:shipped country:DE", .shipped, "country:DE"),
        ("state:shipped,partly", .all, "state:shipped,partly"), ("-state:shipped", .all, "-state:shipped"),
        ("held:yes", .all, "held:yes"), ("held:no", .partly, "held:no"), ("", .partly, ""),
    ])
    func aStateInTheLineChoosesTheTab(_ line: String, _ tab: StateFilter, _ rest: String) throws {
        let query = ListQuery(filter: .partly, search: "old").narrowed(
            to: try ListFilter(parsing: line + " zoë"), asOf: Moment())
        #expect(query.filter == tab)
        #expect(query.conditions.description == rest)
        #expect(query.search == "zoë")
    }

    @Test func daysAreThoseOfTheStation() throws {
        // 23:30 on the second of January 1970, one hour east.
        let moment = Moment(now: 2 * 86_400 - 5_400, utcOffset: 3600)
        #expect(moment.bounds(of: .today) == 82_800..<169_200)
        #expect(moment.bounds(of: .yesterday) == -3_600..<82_800)
        let date = try #require(PlainDate("1970-01-02"))
        #expect(moment.bounds(of: .date(date)) == moment.bounds(of: .today))
    }

    @Test func foundWordsAreThoseThatBeginAWord() {
        let found = FoundWords("mul \"ahornweg 4\" 山")
        func words(_ text: String) -> [String] { found.ranges(in: text).map { String(text[$0]) } }
        #expect(words("Müller, Emul") == ["Mül"])
        #expect(words("Ahornweg 44") == ["Ahornweg", "4"])
        #expect(words("小山田") == ["山"])
        #expect(words("") == [])
        #expect(FoundWords("").ranges(in: "Müller").isEmpty)
    }
}

/// The same filters for the same seed.
private struct Chance: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }

    mutating func term() -> FilterTerm {
        FilterTerm(condition(), isNegated: Bool.random(using: &self))
    }

    private mutating func condition() -> FilterCondition {
        let yes = Bool.random(using: &self)
        let day: FilterDay =
            yes ? .today : PlainDate(dayNumber: Int(next() % 30_000)).map { .date($0) } ?? .today
        let unit = AgeBound.Unit.allCases.randomElement(using: &self) ?? .days
        switch next() % 12 {
        case 0: return .words(text())
        case 1: return .state([.held, .all].shuffled(using: &self))
        case 2: return .item([text(), text()])
        case 3: return .variant([text()])
        case 4: return .country(yes ? ["DE", ""] : ["FR"])
        case 5: return .code([text()])
        case 6: return .store([text()])
        case 7: return .before(day)
        case 8: return .after(.yesterday)
        case 9: return .age(AgeBound(isOlder: yes, count: Int64(next() % 1000), unit: unit))
        case 10: return .tracking(yes)
        default: return .held(yes)
        }
    }

    private mutating func text() -> String {
        let letters = Array("ab-:, \"éß山\\#/'")
        return String((0...Int(next() % 6)).compactMap { _ in letters.randomElement(using: &self) })
    }
}
