import Cache
import Model

/// Purchases on stdout or into a file, one after another as they are read.
struct PurchasePrinter {
    enum Form { case json, jsonLines, csv, people }
    let reader: CacheReader
    let form: Form
    /// Where results go.
    var write: (String) throws -> Void = { Console.write($0, to: 1) }
    /// Which of the list are printed.
    var keeps: (PurchaseKey) -> Bool = { _ in true }

    init(reader: CacheReader, form: Form) {
        self.reader = reader
        self.form = form
    }

    /// - Returns: how many purchases were printed.
    @discardableResult
    func printAll(_ query: ListQuery, of stores: [Store], limit: Int?) throws -> Int {
        let names = try names(of: stores)
        let known = Set(stores.map(\.id))
        var printed = 0
        if form == .json { try write("{\"purchases\":[") }
        if form == .csv { try write(CSV.row(Self.columns) + "\n") }
        try reader.details(matching: query, limit: limit) { detail in
            guard known.contains(detail.store.id), keeps(detail.key) else { return }
            let purchase = PurchaseJSON(detail, names: names[detail.store.id] ?? [:])
            switch form {
            case .json: try write((printed == 0 ? "" : ",") + jsonLine(purchase))
            case .jsonLines: try write(jsonLine(purchase) + "\n")
            case .csv: try purchase.items.forEach { try write(CSV.row(fields(purchase, $0)) + "\n") }
            case .people: Console.say(line(detail))
            }
            printed += 1
        }
        if form == .json { try write("],\"total\":\(reader.count(matching: query))}\n") }
        if form == .people { Console.tell("\(printed) of \(try reader.count(matching: query)) purchases.") }
        return printed
    }

    func printOne(_ detail: PurchaseDetail) throws {
        switch form {
        case .json, .jsonLines, .csv:
            Console.result(try jsonLine(PurchaseJSON(detail, names: try reader.names(of: detail.store.id))))
        case .people: PurchaseText(detail).lines.forEach(Console.say)
        }
    }

    private func names(of stores: [Store]) throws -> [StoreID: [ItemKind: String]] {
        try stores.reduce(into: [:]) { $0[$1.id] = try reader.names(of: $1.id) }
    }

    static let columns = [
        "store", "purchase", "state", "attention", "purchaser", "confirmation_code", "ordered_at", "item",
        "name", "variant", "purchased", "cancelled", "transferred_out", "fulfilled", "waiting",
        "safe_to_ship", "full_name", "address1", "address2", "city", "state_code", "zipcode", "countrycode",
    ]

    private func fields(_ purchase: PurchaseJSON, _ item: PurchaseJSON.Item) -> [String] {
        let address = purchase.address
        let counts = [
            item.purchased, item.cancelled, item.transferred_out, item.fulfilled, item.waiting,
            item.safe_to_ship,
        ]
        return [
            purchase.store, purchase.id, purchase.state, purchase.attention.joined(separator: " "),
            purchase.purchaser, purchase.confirmation_code ?? "", purchase.ordered_at.map(String.init) ?? "",
            String(item.num), item.name, item.variant ?? "",
        ] + counts.map(String.init)
            + [
                address?.full_name, address?.address1, address?.address2, address?.city, address?.state,
                address?.zipcode, address?.countrycode,
            ].map { $0 ?? "" }
    }

    private func line(_ detail: PurchaseDetail) -> [String] {
        let items = detail.figures.items.filter { $0.safe > 0 }
            .map { "\($0.safe) \(detail.name(of: $0.item.num))" }.joined(separator: ", ")
        let signs = detail.standing.attention.isEmpty ? "" : " !"
        return [
            detail.purchase.id.text, detail.standing.state.rawValue + signs, detail.purchase.purchaser,
            items.isEmpty ? "-" : items,
        ]
    }
}
