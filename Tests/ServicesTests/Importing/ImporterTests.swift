import Cache
import Model
import Services
import Testing

@Suite("Importer")
struct ImporterTests {
    private let desk: Desk
    private var importer: Importer { Importer(cache: desk.cache, stores: [desk.store.id]) }

    init() throws {
        var coded = Sample.purchase(3)
        coded.confirmationCode = "R7K2PX"
        desk = try Desk([Sample.purchase(1), Sample.purchase(2), coded])
    }

    private func file(_ rows: String, header: String = "purchase,item,quantity,tracking,deliver_by")
        -> ImportFile
    {
        ImportFile(name: "day.csv", bytes: Array("\(header)\n\(rows)\n".utf8))
    }

    private func run(_ file: ImportFile, again: Bool = false) throws -> ImportReport {
        try importer.run(file, again: again, by: Sample.author, now: Desk.now)
    }

    private func problems(_ rows: String) throws -> [String?] { try run(file(rows)).rows.map(\.problem) }

    @Test("Good rows become one action with numbers and dates of their own; bad ones are told")
    func goodAndBad() throws {
        let report = try run(file("1,1,2,T1,2026-11-27\n9,,,T2,\n2,,,T3,\nr7k2px,2,1,T4,\n1,1,5,T5,"))
        #expect(report.rows.map { $0.problem == nil } == [true, false, true, true, false])
        #expect(report.rows.map(\.line) == [2, 3, 4, 5, 6])
        #expect(report.purchases == 3 && report.items == 9)
        let marks = try desk.marks()
        #expect(marks == report.accepted?.marks)
        #expect(Set(marks.map(\.action)).count == 1)
        #expect(marks.map(\.tracking) == ["T1", "T3", "T3", "T4"])
        #expect(marks.map(\.quantity) == [2, 3, 3, 1])
        #expect(marks[0].deliverBy == PlainDate("2026-11-27") && marks[1].deliverBy == nil)
        #expect(marks.map(\.address) == Array(repeating: Sample.address, count: 4))
        let log = try desk.cache.read { try $0.auditLog(limit: 1) }
        #expect(log.first?.event == "imported" && log.first?.action == marks[0].action)
    }

    @Test("A dry run says the same and writes nothing")
    func dryRun() throws {
        let file = file("1,1,2,T1,\n9,,,T2,\n1,1,2,T9,")
        let dry = try importer.dryRun(file, by: Sample.author, now: Desk.now)
        #expect(try desk.marks().isEmpty)
        #expect(try desk.cache.read { try $0.auditLog(limit: 1) }.isEmpty)
        #expect(dry.accepted == nil && dry.earlier == nil)
        let real = try run(file)
        #expect(real.rows == dry.rows)
        #expect(real.accepted?.marks.count == 1)
    }

    @Test("The same contents are not taken twice unseen, and then only what has not left yet")
    func twice() throws {
        let file = file("1,1,1,T1,\n2,2,1,T2,")
        let first = try run(file)
        let second = try run(ImportFile(name: "copy.csv", bytes: file.bytes))
        #expect(second.accepted == nil)
        #expect(second.earlier?.file == "day.csv" && second.earlier?.author == Sample.author)
        #expect(second.earlier?.action == first.accepted?.action)
        // Two of item 1 are safe still, but its parcel has gone.
        let again = try run(file, again: true)
        #expect(again.accepted == nil && again.bad.count == 2)
        #expect(again.bad[0].problem == "It was shipped with the tracking number T1 already.")
        #expect(try desk.marks().count == 2)
    }

    @Test("What was taken back can be imported again")
    func takenBack() throws {
        let file = file("1,1,1,T1,")
        let first = try run(file)
        let action = try #require(first.accepted?.action)
        _ = try desk.marker.undo(action, by: Sample.author, now: Desk.now)
        #expect(try run(file, again: true).accepted?.marks.count == 1)
    }

    @Test("A file of which nothing was taken is not remembered")
    func nothingTaken() throws {
        #expect(try run(file("9,,,T1,")).accepted == nil)
        #expect(try run(file("9,,,T1,")).earlier == nil)
        #expect(try desk.cache.read { try $0.auditLog(limit: 1) }.isEmpty)
    }

    @Test("What was shipped with that number elsewhere is not shipped once more")
    func shippedElsewhere() throws {
        let desk = try Desk([Sample.purchase(1, ledger: [(1, 1, " t1 ")])])
        let importer = Importer(cache: desk.cache, stores: [desk.store.id])
        let report = try importer.run(file("1,1,1,T1,\n1,2,1,T1,"), by: Sample.author, now: Desk.now)
        #expect(report.rows.map { $0.problem == nil } == [false, true])
    }

    @Test("A row that repeats another is refused; a second parcel is not")
    func repeated() throws {
        #expect(try problems("1,1,1,T1,\n1,1,1,T1,\n1,1,1,T2,") == [nil, "It says the same as line 2.", nil])
    }

    @Test("A quantity without an item needs a purchase of one item")
    func quantityAlone() throws {
        #expect(try problems("1,,2,T1,").first??.contains("several items") == true)
    }

    @Test("A number with a hash before it, and one that is a code, are found")
    func names() throws {
        #expect(try problems("#1,1,1,T1,\nR7K2PX,1,1,T2,") == [nil, nil])
    }

    @Test("What looks mistyped, has no number, or shares one is taken with a warning")
    func warnings() throws {
        let report = try run(file("1,1,1,1Z5R89390357567128,\n2,1,1,,\n3,1,1,1Z5R89390357567128,"))
        #expect(report.bad.isEmpty)
        #expect(report.rows.map(\.warnings.count) == [1, 1, 2])
        #expect(report.rows[0].warnings[0].contains("UPS"))
        #expect(report.rows[2].warnings[1].contains("Line 2"))
    }

    @Test("Held, young and addressless purchases are told as anywhere else")
    func refusals() throws {
        try desk.marker.hold([desk.key(2)], reason: "wet", by: Sample.author, now: Desk.now)
        #expect(
            try problems("2,1,1,T1,").first
                == Refusal.held(PurchaseID(2), reason: "wet").sentence)
    }

    @Test("A code of two purchases is not guessed")
    func sameCode() throws {
        var (a, b) = (Sample.purchase(4), Sample.purchase(5))
        (a.confirmationCode, b.confirmationCode) = ("SAME", "SAME")
        let desk = try Desk([a, b])
        let report = try Importer(cache: desk.cache, stores: [desk.store.id])
            .run(file("SAME,,,T1,"), by: Sample.author, now: Desk.now)
        #expect(report.rows.first?.problem?.contains("4, 5") == true)
    }
}
