import Cache
import Model
import Services

/// The label of one order, brought to people.
struct LabelFile {
    let shelf: LabelShelf
    let opener: LabelOpener

    /// - Parameter path: where it is saved; nil: opened, and saved where that cannot be.
    /// - Returns: what was done, a sentence.
    /// - Throws: ``Stop``
    func bring(_ detail: PurchaseDetail, to path: String?) throws -> String {
        let id = detail.purchase.id
        switch detail.label {
        case nil: throw Stop(.badData, "\(id) has no label.")
        case .address(let address):
            if path == nil, opener.open(address) { return "Opened \(address)." }
            return "The label of \(id) is at \(address)"
        case .file(let name):
            guard let label = shelf.label(name) else {
                throw Stop(.badData, "The label of \(id) is not on this box; sync, and try again.")
            }
            if path == nil, opener.open(shelf.path(of: name)) { return "Opened the label of \(id)." }
            let target = path ?? "label-\(LabelFile.plain(id)).pdf"
            let file = try OutputFile(target, replacer: "another name")
            try file.write(label.bytes)
            try file.finish(replacing: false)
            return "Saved the label of \(id) (\(name.size)) to \(target)."
        }
    }

    /// An id may hold anything; a file's name may not.
    private static func plain(_ id: PurchaseID) -> String {
        String(id.text.prefix(80).map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }
}
