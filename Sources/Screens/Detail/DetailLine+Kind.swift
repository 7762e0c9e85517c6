import Model
import ViewModels

extension DetailLine {
    /// What lines are grouped by. An address and what is odd about it belong together.
    enum Kind { case blank, heading, fact, attention, address, item, entry, refund, transfer, note }

    var kind: Kind {
        switch self {
        case .blank: .blank
        case .heading: .heading
        case .fact: .fact
        case .attention: .attention
        case .address, .addressFlag: .address
        case .item: .item
        case .entry: .entry
        case .refund: .refund
        case .transfer: .transfer
        case .note: .note
        }
    }

    /// The text of a line that has nothing else.
    var words: String {
        switch self {
        case .heading(let text), .attention(let text), .address(let text), .addressFlag(let text),
            .note(let text):
            text
        default: ""
        }
    }

    var isFlag: Bool { if case .addressFlag = self { true } else { false } }
    var asFact: (label: String, value: String)? {
        if case .fact(let label, let value) = self { (label, value) } else { nil }
    }
    var asItem: ItemLine? { if case .item(let item) = self { item } else { nil } }
    var asEntry: TimelineEntry? { if case .entry(let entry) = self { entry } else { nil } }
    var asRefund: Refund? { if case .refund(let refund) = self { refund } else { nil } }
    var asTransfer: TransferLine? { if case .transfer(let transfer) = self { transfer } else { nil } }
}
