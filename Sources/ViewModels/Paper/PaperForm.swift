import Model

/// What this machine can do with paper.
package struct PaperTools: Sendable, Hashable {
    /// Why no PDF can be made; nil where one can.
    package var whyNoPDF: String?
    /// Why nothing can be printed; nil where it can.
    package var whyNoPrinting: String?
    package init(whyNoPDF: String? = nil, whyNoPrinting: String? = nil) {
        self.whyNoPDF = whyNoPDF
        self.whyNoPrinting = whyNoPrinting
    }
}

/// Where text goes.
package enum PaperWay: Sendable, Hashable {
    case file(String)
    case pdf(String)
    /// Nil: the default printer.
    case printer(String?)
}

/// Packing slips or a pick list on their way to a printer or a file.
package struct PaperForm: Sendable, Hashable {
    package enum Subject: Sendable, Hashable {
        /// In the order of a list.
        case slips([PurchaseKey], order: ListQuery)
        case pickList(PickList)
    }
    package var subject: Subject
    package var form: Form
    package var problem: String?
    /// It is being printed or written.
    package var isWorking = false

    package var title: String {
        switch subject {
        case .slips(let keys, _) where keys.count == 1: "Packing slip of \(keys[0].purchase)"
        case .slips(let keys, _): "\(keys.count) packing slips"
        case .pickList: "Pick list"
        }
    }
}

/// Text for people who pack. Answered by `paper` or `failed`.
package enum PaperEffect: Sendable, Hashable {
    /// One slip a page, in the order of the list; reversed, the last one first.
    case slips([PurchaseKey], order: ListQuery, isReversed: Bool, PaperWay)
    case pickList(PickList, PaperWay)
}
