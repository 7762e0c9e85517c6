import Model
import TestKit
import Testing

@testable import ViewModels

@Suite struct ImportStoryTests {
    private func robot(_ command: String, readOnly: Bool = false) -> Robot {
        var bench = Surroundings.bench
        bench.isReadOnly = readOnly
        var robot = Robot(bench, shelf: .full(3))
        _ = robot.takeAsked()
        robot.press(":")
        robot.type(command)
        robot.press("enter")
        return robot
    }

    private func report(bad: Int = 0) -> ImportReport {
        var report = ImportReport(file: "day.csv", fingerprint: "f00")
        for number in 0..<bad {
            var row = ImportReportRow(line: 4 + number, purchase: "9\(number)", tracking: "T")
            row.problem = "There is none."
            report.rows.append(row)
        }
        var row = ImportReportRow(line: 2, purchase: "1001", tracking: "1Z5R89390357567127")
        row.key = PurchaseKey(store: StoreID(1), purchase: PurchaseID(1001))
        row.parts = [ImportReportRow.Part(item: 1, quantity: 2, name: "Shirt, L")]
        report.rows.append(row)
        return report
    }

    private var accepted: Accepted {
        Accepted(action: ActionID(7), marks: [.sample(1, action: 7, purchase: 1001, quantity: 2)])
    }

    @Test func aFileIsShownBeforeItIsTakenAndOneYTakesIt() throws {
        var robot = robot("import day.csv")
        #expect(robot.takeAsked() == [.files(.preview("day.csv", .zoe))])
        robot.press("y")
        #expect(robot.desk.notice?.text == "The file is still being read.")
        robot.answer(.importPreview("day.csv", report(bad: 2)))
        let screen = try #require(robot.desk.importing)
        #expect(screen.rows.map(\.line) == [4, 5, 2])
        #expect(screen.question?.question == "Ship 2 items of 1 purchase?")
        robot.press("enter", "j", "space")
        #expect(robot.takeAsked().isEmpty)
        #expect(robot.desk.importing?.current?.line == 5)
        robot.settle()
        robot.press("y")
        #expect(robot.takeAsked() == [.files(.importFile("day.csv", fingerprint: "f00", again: false, .zoe))])
        var done = report(bad: 2)
        done.accepted = accepted
        robot.answer(.imported("day.csv", done))
        #expect(robot.desk.stack.isEmpty)
        let words = "2 items of purchase 1001 on the way. u takes it back. 2 rows bad."
        #expect(robot.desk.notice?.text == words)
        robot.shelf.outbox = accepted.marks.map { OutboxRow(mark: $0, storeName: "", itemName: "") }
        robot.tell(.changed)
        let shipped = "2 items of purchase 1001 shipped. u takes it back. 2 rows bad."
        #expect(robot.desk.notice?.text == shipped)
        robot.press("u")
        #expect(robot.desk.question?.deed == .undo(ActionID(7)))
    }

    @Test func aYThatWasReadBeforeTheFirstFrameDoesNotCount() {
        var robot = robot("import day.csv")
        robot.answer(.importPreview("day.csv", report()))
        _ = robot.takeAsked()
        robot.key("y", after: 1000)
        #expect(robot.takeAsked().submittedFiles.isEmpty)
    }

    @Test func noGoesBackWithoutAWord() {
        var robot = robot("import day.csv")
        robot.answer(.importPreview("day.csv", report()))
        robot.press("n")
        #expect(robot.desk.stack.isEmpty)
        #expect(robot.takeAsked().submittedFiles.isEmpty)
    }

    @Test func whatCannotBeTakenSaysWhy() {
        var robot = robot("import day.csv")
        robot.answer(.importFailed("day.csv", "The file is empty."))
        robot.press("y")
        #expect(robot.desk.notice?.text == "The file is empty.")
        robot.press("esc")
        #expect(robot.desk.stack.isEmpty)
    }

    @Test func aFileImportedBeforeNeedsToBeAskedForAgain() {
        var twice = report()
        twice.earlier = EarlierImport(file: "day.csv", author: .zoe, at: 0, action: ActionID(3))
        var robot = robot("import my day.csv")
        robot.answer(.importPreview("my day.csv", twice))
        #expect(robot.desk.importing?.question == nil)
        robot.press("y")
        #expect(robot.desk.notice?.text == "It was imported before; :import! my day.csv takes it again.")
        robot = self.robot("import! my day.csv")
        robot.answer(.importPreview("my day.csv", twice))
        #expect(robot.desk.importing?.question != nil)
    }

    @Test func aRefusalIsShownWhereItWasAsked() {
        var robot = robot("import day.csv")
        robot.answer(.importPreview("day.csv", report()))
        robot.settle()
        robot.press("y")
        robot.answer(.importFailed("day.csv", "The file has changed."))
        #expect(robot.desk.importing?.question?.stage == .refused(["The file has changed."]))
        robot.press("esc")
        #expect(robot.desk.stack.isEmpty)
    }

    @Test func aStationThatOnlyReadsTakesNoFile() {
        var robot = robot("import day.csv", readOnly: true)
        #expect(robot.desk.stack.isEmpty && robot.takeAsked().isEmpty)
        #expect(robot.desk.notice?.text == "This station only reads (--read-only).")
    }

    @Test func anExportTakesWhatIsShownAndTheMarksOfIt() throws {
        var robot = robot("export ~/my list.CSV")
        let order = try #require(robot.takeAsked().exports.first)
        #expect(
            order.path == "~/my list.CSV" && order.form == .csv && !order.replaces && order.marked.isEmpty)
        #expect(order.query == robot.list.query)
        robot.answer(.exported(Exported(path: "~/my list.CSV", purchases: 3)))
        #expect(robot.desk.notice?.text == "3 purchases written to ~/my list.CSV.")
        robot.press("space", ":")
        robot.type("export! a.jsonl")
        robot.press("enter")
        let marked = try #require(robot.takeAsked().exports.first)
        #expect(marked.form == .jsonl && marked.replaces && marked.marked == robot.list.marks.keys)
        robot.answer(.exported(Exported(path: "a.jsonl", purchases: 1, leftOut: 2)))
        #expect(robot.desk.notice?.kind == .warning)
        robot.answer(.notExported("There is a file a.jsonl already."))
        #expect(robot.desk.notice?.text == "There is a file a.jsonl already.")
    }

    @Test(arguments: ["import", "export ", "export list.txt", "export! list"])
    func aMistakeIsNamedAndStays(_ command: String) {
        let robot = robot(command)
        #expect(robot.desk.line?.problem?.hasSuffix(".") == true)
    }

    @Test func tabCompletesAPath() {
        var robot = robot("fly")
        robot.press("ctrl-u", "i", "tab")
        #expect(robot.desk.line?.entry.text == "import ")
        robot.type("da")
        robot.press("tab")
        #expect(robot.takeAsked() == [.files(.complete("da"))])
        robot.answer(.paths("da", ["day 1.csv", "day 2.csv"]))
        #expect(robot.desk.line?.entry.text == "import day ")
        #expect(robot.desk.line?.choices == ["day 1.csv", "day 2.csv"])
        robot.answer(.paths("d", ["dust"]))
        #expect(robot.desk.line?.entry.text == "import day ")
        robot.type("9")
        robot.press("tab")
        robot.answer(.paths("day 9", []))
        #expect(robot.desk.line?.problem == "No file here begins so.")
    }
}

extension [Effect] {
    fileprivate var submittedFiles: [FileEffect] {
        compactMap { if case .files(let effect) = $0, case .importFile = effect { effect } else { nil } }
    }

    fileprivate var exports: [ExportOrder] {
        compactMap { if case .files(.export(let order)) = $0 { order } else { nil } }
    }
}
