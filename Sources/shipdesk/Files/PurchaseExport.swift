import Cache
import Model
import ViewModels

/// What a list shows, as a file.
struct PurchaseExport {
    private let order: ExportOrder
    private let cache: Cache
    private let stores: [Store]

    init(_ order: ExportOrder, cache: Cache, stores: [Store]) {
        self.order = order
        self.cache = cache
        self.stores = stores
    }

    /// - Throws: ``Stop`` where the file cannot be written, ``CacheError``.
    func write() throws -> Exported {
        let file = try OutputFile(order.path, replacer: "export!")
        let form: PurchasePrinter.Form = order.form == .csv ? .csv : .jsonLines
        let printed = try cache.read { reader in
            var printer = PurchasePrinter(reader: reader, form: form)
            printer.write = { try file.write($0) }
            if !order.marked.isEmpty { printer.keeps = order.marked.contains }
            return try printer.printAll(order.query, of: stores, limit: nil)
        }
        try file.finish(replacing: order.replaces)
        let leftOut = order.marked.isEmpty ? 0 : order.marked.count - printed
        return Exported(path: order.path, purchases: printed, leftOut: leftOut)
    }
}
