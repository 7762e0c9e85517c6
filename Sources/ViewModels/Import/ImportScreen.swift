import Model

/// What a file of tracking numbers would do, row by row, before it is taken.
package struct ImportScreen: Sendable, Hashable {
    /// As it was typed.
    package var path: String
    /// Also where its contents were imported before.
    package var again: Bool
    /// Nil while the file is read.
    package private(set) var report: ImportReport?
    /// Why nothing of the file can be taken.
    package private(set) var problem: String?
    /// What `y` answers; nil until there is something to answer.
    package internal(set) var question: Confirmation?
    /// What is wrong or odd stands first; within that, the file's order.
    package private(set) var rows: [ImportReportRow] = []
    package var cursor = 0
    /// The first row on the screen.
    package var top = 0
    private var isAsked = false

    package init(_ path: String, again: Bool = false) {
        self.path = path
        self.again = again
    }

    /// What is shown, without its folder.
    package var name: String { report?.file ?? path.split(separator: "/").last.map(String.init) ?? path }

    mutating func ask(as author: Author) -> [Effect] {
        if isAsked { return [] }
        isAsked = true
        return [.files(.preview(path, author))]
    }

    mutating func take(_ report: ImportReport) {
        self.report = report
        rows =
            report.bad + report.good.filter { !$0.warnings.isEmpty } + report.good.filter(\.warnings.isEmpty)
        guard whyNotTaken == nil else { return }
        question = Confirmation(
            "Import \(report.file)", lines: [],
            question: "Ship \(counted(report.items, "item")) of \(counted(report.purchases, "purchase"))?",
            deed: .importFile(path, fingerprint: report.fingerprint, again: again))
    }

    package var current: ImportReportRow? { rows.indices.contains(cursor) ? rows[cursor] : nil }

    mutating func fail(_ words: String) { problem = words }

    /// Why `y` can do nothing; nil where it can.
    package var whyNotTaken: String? {
        if let problem { return problem }
        guard let report else { return "The file is still being read." }
        if case .refused? = question?.stage { return "It was refused; go back, and look at the file again." }
        if report.good.isEmpty { return "No row of it can be taken." }
        if report.earlier != nil, !again { return "It was imported before; :import! \(path) takes it again." }
        return nil
    }
}
