import Testing

@testable import shipdesk

@Suite struct CSVTests {
    @Test(arguments: ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
    func whatASpreadsheetWouldRunIsMadeText(text: String) {
        let field = CSV.field(text)
        #expect(field.hasPrefix("'") || field.hasPrefix("\"'"))
    }

    @Test func quotesCommasAndLineEndsAreQuoted() {
        #expect(CSV.field("a,b") == "\"a,b\"")
        #expect(CSV.field("a\"b") == "\"a\"\"b\"")
        #expect(CSV.field("a\nb") == "\"a\nb\"")
        #expect(CSV.field("a\r\nb") == "\"a\r\nb\"")
        #expect(CSV.row(["a", "", "c"]) == "a,,c")
    }

    @Test(arguments: ["", "0", "Müller", "a=b", "山田", "12-34", "'quoted"])
    func plainTextStaysAsItIs(text: String) { #expect(CSV.field(text) == text) }
}
