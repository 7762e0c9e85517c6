import Model
import ViewModels

// What stands on top, for short.
extension Desk {
    var openPurchase: Int? {
        if case .detail(let detail)? = top { return detail.key.purchase.number.map(Int.init) }
        return nil
    }
    var shipForm: ShipForm? { if case .ship(let form)? = top { form } else { nil } }
    var changeForm: ChangeForm? { if case .change(let form)? = top { form } else { nil } }
    var openDetail: DetailScreen? { if case .detail(let detail)? = top { detail } else { nil } }
    var undoForm: UndoForm? { if case .undo(let form)? = top { form } else { nil } }
    var question: Confirmation? { if case .confirm(let question)? = top { question } else { nil } }
    var pick: PickScreen? { if case .pick(let pick)? = top { pick } else { nil } }
    var paper: PaperForm? { if case .paper(let paper)? = top { paper } else { nil } }
    var line: InputLine? { if case .line(let line)? = top { line } else { nil } }
    var outbox: OutboxScreen? { if case .outbox(let outbox)? = top { outbox } else { nil } }
    var bothSides: BothSidesScreen? { if case .bothSides(let both)? = top { both } else { nil } }
    var transfers: TransferChoice? { if case .transfers(let choice)? = top { choice } else { nil } }
    var help: HelpScreen? { if case .help(let help)? = top { help } else { nil } }
    var hiddenMarks: HiddenMarks? { if case .hiddenMarks(let hidden)? = top { hidden } else { nil } }
    var importing: ImportScreen? { if case .importing(let screen)? = top { screen } else { nil } }
    var log: LogScreen? { if case .log(let log)? = top { log } else { nil } }
}

extension PurchaseList {
    var ids: [Int] { rows.compactMap { $0.key.purchase.number.map(Int.init) } }
    var currentID: Int? { current?.key.purchase.number.map(Int.init) }
    var markedIDs: [Int] { marks.keys.compactMap { $0.purchase.number.map(Int.init) }.sorted() }
}

extension Array where Element == Effect {
    /// The requests that were submitted.
    var submitted: [MarkRequest] {
        compactMap { if case .marks(.submit(let request)) = $0 { request } else { nil } }
    }
}
