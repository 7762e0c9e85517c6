import Model
@testable import ViewModels

enum LogLines {
    static let entries: [AuditEntry] = (0..<60).map { number in
        let words = [
            "Ship 2 Shirt L, tracking 1Z999AA10123456784", "Left in request 7f3a with 41 others",
            "The server has it; 0 remain", "No answer within 20 s; the purchase is read again",
        ]
        let events = ["queued", "sent", "confirmed", "unknown"]
        return AuditEntry(
            at: (Station.now - Int64(number) * 4_000) * 1000,
            author: number % 5 == 0 ? Station.elsewhere : Station.author, store: Station.gala.id,
            purchase: PurchaseID(1043 + number), event: events[number % 4], words: words[number % 4])
    }

    static let help: [HelpSection] = [
        section(ListIntent.self, why: [.undo: "nothing here was marked"]), section(BrowsingIntent.self),
        section(CommonIntent.self),
    ]

    private static func section<Wanted: Intent>(_ kind: Wanted.Type, why: [Wanted: String] = [:])
        -> HelpSection
    {
        HelpSection(
            title: kind.context.title,
            rows: kind.allCases.map { intent in
                HelpRow(
                    keys: intent.defaults.map(\.label).joined(separator: " "), help: intent.help,
                    whyNot: why[intent])
            })
    }
}
