import Model
import Testing

@Suite struct CSVRowTests {
    @Test func quotesDelimitersAndLineBreaksMayStandInQuotes() throws {
        let rows = try CSVRow.all(in: "a, \"b,\"\"c\"\"\" ,d\r\n\"e\nf\",g\n\nh")
        #expect(rows.map(\.fields) == [["a", "b,\"c\"", "d"], ["e\nf", "g"], [""], ["h"]])
        #expect(rows.map(\.line) == [1, 2, 4, 5])
    }

    @Test func aTabIsABlankOnlyWhereItIsNoDelimiter() throws {
        #expect(try CSVRow.all(in: "a\t\tb", delimiter: "\t").map(\.fields) == [["a", "", "b"]])
        #expect(try CSVRow.all(in: "\ta\t,b").map(\.fields) == [["a", "b"]])
        #expect(try CSVRow.all(in: "a;b,c", delimiter: ";").map(\.fields) == [["a", "b,c"]])
    }

    @Test(arguments: ["a,\"b", "a,\"b\"c", "a\n\"b"]) func aQuoteThatEndsWrongIsNamedByLine(text: String) {
        let error = #expect(throws: CSVProblem.self) { _ = try CSVRow.all(in: text) }
        #expect(error?.line == (text.contains("\n") ? 2 : 1))
    }

    @Test(arguments: [("a,b;c,d", ","), ("a;b;c,d", ";"), ("\"a,b,c\"\td\n,,,,", "\t"), ("abc", ",")])
    func theDelimiterIsWhatTheFirstLineHasMostOf(_ text: String, _ delimiter: Character) {
        #expect(CSVRow.delimiter(of: text) == delimiter)
    }
}
