import Model

@testable import ViewModels

extension Situation {
    static let imports: [Situation] = [
        above("import") { _ in [.importing(screen())] },
        above("import-before") { _ in
            var report = report
            report.earlier = EarlierImport(
                file: "shipped.csv", author: Station.elsewhere, at: (Station.now - 90_000) * 1000,
                action: ActionID(17))
            return [.importing(screen(report))]
        },
        above("import-problem") { _ in
            var screen = ImportScreen("~/Downloads/shipped.csv")
            screen.fail("Line 1: No column is the tracking number; the first line must name one `tracking`.")
            return [.importing(screen)]
        },
        above("import-refused") { _ in
            var screen = screen()
            screen.cursor = 4
            screen.question?.stage = .refused(["The file has changed since it was looked at; look again."])
            return [.importing(screen)]
        },
        above("ship-typo") { _ in
            var ship = ship(focus: .tracking)
            ship.form.change(.tracking) { $0.entry = TextEntry("1Z999AA10123456785") }
            ship.showCarrier()
            return [.ship(ship)]
        },
    ]

    private static func screen(_ report: ImportReport = report) -> ImportScreen {
        var screen = ImportScreen("~/Downloads/shipped.csv")
        screen.take(report)
        return screen
    }

    private static let report: ImportReport = {
        var report = ImportReport(file: "shipped.csv", fingerprint: "")
        report.rows = [
            bad(3, "9999", Refusal.unknownPurchase(PurchaseID("9999")).sentence),
            bad(12, "1060\u{1B}[31m", "It was shipped with the tracking number 1Z999AA10123456784 already."),
            good(7, "1044", "1Z999AA10123456785", "1 Poster", ["It looks like UPS: a typo?"]),
            good(2, "1043", "1Z999AA10123456784", "2 Shirt L, 1 Mug"),
            good(4, "R7K2PX", "9261290336128704042634", "1 Poster A1, signed, in a tube"),
        ]
        for line in 20..<50 { report.rows.append(good(line, "\(1050 + line)", "RB123456785GB", "1 Cap")) }
        return report
    }()

    private static func bad(_ line: Int, _ purchase: String, _ problem: String) -> ImportReportRow {
        var row = ImportReportRow(line: line, purchase: purchase, tracking: "3318810025")
        row.problem = problem
        return row
    }

    private static func good(
        _ line: Int, _ purchase: String, _ tracking: String, _ name: String, _ warnings: [String] = []
    ) -> ImportReportRow {
        var row = ImportReportRow(line: line, purchase: purchase, tracking: tracking)
        row.key = PurchaseKey(store: Station.gala.id, purchase: PurchaseID(purchase))
        row.parts = [ImportReportRow.Part(item: 1, quantity: 1, name: String(name.dropFirst(2)))]
        row.warnings = warnings
        return row
    }
}
