import Model
import Testing

@Suite struct ImportSheetTests {
    private func sheet(_ text: String) throws(ImportProblem) -> ImportSheet {
        try ImportSheet(Array(text.utf8))
    }

    @Test func theContractsOwnHeader() throws {
        let sheet = try sheet(
            "purchase,item,quantity,tracking,deliver_by\n1043,1,2,1Z999AA10123456784,2026-11-27\n1044,,,,\n")
        #expect(sheet.faults.isEmpty && sheet.ignored.isEmpty)
        #expect(sheet.rows.map(\.purchase) == ["1043", "1044"])
        #expect(sheet.rows[0].item == 1 && sheet.rows[0].quantity == 2)
        #expect(sheet.rows[0].tracking == "1Z999AA10123456784")
        #expect(sheet.rows[0].deliverBy == PlainDate("2026-11-27"))
        #expect(sheet.rows[1].item == nil && sheet.rows[1].tracking == nil)
    }

    @Test(arguments: [
        "\u{FEFF}Ship Date;Reference 1;Tracking Number;Weight\r\n22.11.2026;1043;T1;1,2\r\n",
        "ORDER_NUMBER\tTracking #\tService\n1043\tT1\tGround\n",
        "\"Order Number\",\"tracking no.\",\"Recipient\"\n\"1043\",\"T1\",\"Müller,\nZoë\"\n",
        "Tracking ID,Order ID,extra\n=\"T1\",'1043,\n",
    ])
    func carriersOwnFiles(text: String) throws {
        let sheet = try sheet(text)
        #expect(sheet.faults.isEmpty, "\(sheet.faults)")
        #expect(sheet.rows.map(\.purchase) == ["1043"] && sheet.rows.map(\.tracking) == ["T1"])
        #expect(!sheet.ignored.isEmpty)
    }

    @Test func ourOwnWordComesBeforeAllOthers() throws {
        let sheet = try sheet("Reference 1,purchase,tracking\nwrong,1043,T1\n")
        #expect(sheet.rows.map(\.purchase) == ["1043"] && sheet.ignored == ["Reference 1"])
    }

    @Test(arguments: [
        ("Reference 1,Order Number,Tracking\na,b,c\n", ["`Reference 1`", "`Order Number`", "purchase"]),
        ("purchase,Tracking #,AWB\na,b,c\n", ["`Tracking #`", "`AWB`", "tracking"]),
        ("purchase,Sendungsnummer\na,b\n", ["tracking", "`Sendungsnummer`"]),
        ("tracking,weight\na,b\n", ["purchase", "`weight`"]),
        ("1043,1Z9\n1044,1Z8\n", ["purchase", "`1043`"]),
        ("purchase,purchase\na,b\n", ["purchase"]),
    ])
    func aHeaderThatIsMissingOrNotClearIsNamed(_ text: String, _ words: [String]) {
        let error = #expect(throws: ImportProblem.self) { _ = try sheet(text) }
        for word in words { #expect(error?.sentence.contains(word) == true, "\(error?.sentence ?? "")") }
        #expect(error?.line == 1)
    }

    @Test(
        arguments: [
            ([UInt8]("purchase,tracking\n1043,T1,M".utf8) + [0xFC], 2), ([0xFF, 0xFE, 0x70, 0], nil),
            ([], nil),
            (Array(" \n\n".utf8), nil), (Array("purchase,tracking\n".utf8), nil),
            (Array("purchase,tracking\n1,\"T\n".utf8), 2),
        ] as [([UInt8], Int?)])
    func whatIsNoTableIsRefusedWhole(_ bytes: [UInt8], _ line: Int?) {
        let error = #expect(throws: ImportProblem.self) { _ = try ImportSheet(bytes) }
        #expect(error?.line == line && error?.sentence.hasSuffix(".") == true)
    }

    @Test(arguments: [
        (",,1,T", "names no purchase"), ("1043,x,1,T", "item"), ("1043,1,0,T", "quantity"),
        ("1043,1,1.5,T", "quantity"), ("1043,1,1,9.4E+21", "rounded"), ("1043,1,1,\"a\nb\"", "line break"),
        ("1043,1,1,T,2026-02-30", "no date"), ("1043,1,1,T,,x", "6 fields"),
    ])
    func aBadRowIsToldAndTheNextOneTaken(_ row: String, _ words: String) throws {
        let sheet = try sheet("purchase,item,quantity,tracking,deliver_by\n\(row)\n1044,,,T2,\n")
        #expect(sheet.rows.map(\.purchase) == ["1044"])
        #expect(sheet.faults.map(\.line) == [2])
        #expect(sheet.faults.first?.words.contains(words) == true, "\(sheet.faults)")
    }

    @Test func theEndOfARowMayBeMissingButNotTheEndOfTheFile() throws {
        let text = "purchase,tracking,deliver_by\n1043,T1\n1044,T2"
        let cut = try sheet(text)
        #expect(cut.rows.map(\.purchase) == ["1043"])
        #expect(cut.faults.map(\.line) == [3])
        #expect(try sheet(text + "\n").rows.count == 2)
    }
}
