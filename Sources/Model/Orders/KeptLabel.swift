/// Where the shipping label of an order is.
package enum KeptLabel: Sendable, Hashable {
    /// A PDF in the data directory.
    case file(LabelName)
    /// At an address of the web.
    case address(String)

    /// For people: `PDF, 214 kB`, or the address.
    package var words: String {
        switch self {
        case .file(let name): "PDF, \(name.size)"
        case .address(let address): address
        }
    }
}

extension PurchaseDetail {
    /// As the store tells it; where it tells no file, the one that was last sent from here. Nil where there is
    /// none.
    package var label: KeptLabel? {
        let told = purchase.attributes[OrderAttribute.labelFile].flatMap { LabelName($0) }
        let sent = marks.last { $0.state == .confirmed && $0.sets?[OrderAttribute.labelFile] != nil }?
            .sets?[OrderAttribute.labelFile].flatMap { LabelName($0) }
        if let name = told ?? sent { return .file(name) }
        guard let address = purchase.attributes[OrderAttribute.label], !address.isBlank else { return nil }
        return .address(address)
    }
}
