import Terminal
import TestKit
import Testing
import Widgets

@Suite struct TextTests {
    @Test func wordsWrapAtSpaces() {
        #expect(
            drawn(Paragraph("Somebody shipped this too: stop the parcel."), 18, 4) == [
                "Somebody shipped", "this too: stop the", "parcel.", "",
            ])
    }

    @Test func aWordLongerThanTheLineIsCut() {
        #expect(drawn(Paragraph("id 12345678901234 x"), 8, 4) == ["id", "12345678", "901234 x", ""])
    }

    @Test func languagesWithoutSpacesBreakAnywhere() {
        #expect(drawn(Paragraph("札幌市中央区 北1条西"), 7, 4) == ["札幌市", "中央区", "北1条西", ""])
    }

    @Test(arguments: 2...40)
    func noWrappedLineIsTooWideAndNoWordIsLost(width: Int) {
        let line = Line("Deliver to 山田 太郎 before noon, ", .strong) + Line("or hand it over.", .dim)
        let lines = line.wrapped(to: width)
        #expect(lines.allSatisfy { $0.width <= width })
        let letters = lines.map(\.text).joined().filter { $0 != " " }
        #expect(letters == line.text.filter { $0 != " " })
    }

    @Test func rolesSurviveWrapping() {
        let lines = (Line("one two ", .strong) + Line("three", .dim)).wrapped(to: 8)
        #expect(lines == [Line("one two", .strong), Line("three", .dim)])
    }

    @Test func aCutBetweenPiecesShowsToo() {
        var grid = Grid(Size(width: 5, height: 1))
        grid.put(Line("12345") + Line("678", .dim), at: grid.bounds)
        #expect(drawing(of: grid) == ["1234…"])
    }
}
