import Model
import Testing

@Suite struct TrackSheetTests {
    private func sheet(_ text: String) throws -> TrackSheet { try TrackSheet(bytes: Array(text.utf8)) }

    @Test(arguments: [
        "A1\nB2\n", "A1\r\nB2", "order_id\nA1\nB2", "External Order ID,x\nA1,1\nB2,2", "A1;x\nB2;y\n\n",
        "\u{FEFF}A1\nB2\nA1\n",
    ])
    func idsComeOneInALineOrInTheFirstColumn(text: String) throws {
        let sheet = try sheet(text)
        #expect(sheet.ids.map(\.text) == ["A1", "B2"] && sheet.faults.isEmpty)
    }

    @Test func whatIsTwiceIsCountedAndWhatIsNoIDIsToldByItsLine() throws {
        let sheet = try sheet("A1,x\nA1,y\n,z\nA 2,\n..,\nB2,")
        #expect(sheet.ids.map(\.text) == ["A1", "B2"] && sheet.duplicates == 1)
        #expect(sheet.faults.map(\.line) == [3, 4, 5])
        #expect(sheet.faults.allSatisfy { $0.sentence.hasSuffix(".") })
    }

    @Test(arguments: ["", "  \n", "\"A1\nB2"])
    func whatIsNoTableIsRefused(text: String) {
        #expect(throws: ImportProblem.self) { try sheet(text) }
    }

    @Test func aWordThatOnlyLooksLikeAHeadingIsOneInTheFirstLineOnly() throws {
        #expect(try sheet("A1\norder\n").ids.map(\.text) == ["A1", "order"])
    }
}
