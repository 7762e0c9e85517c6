/// The seven statuses of a Tixstock order (update order document). The raw value is the word on the wire.
package enum OrderStatus: String, Sendable, Hashable, CaseIterable, Codable {
    case approved = "Approved"
    /// Sold and delivered: Tixstock invoices its commission.
    case commissionable = "Commissionable"
    case rejected = "Rejected"
    case cancelled = "Cancelled"
    case refunded = "Refunded"
    /// The seller must approve or reject.
    case pendingReview = "Pending Review"
    /// The partner must approve or reject.
    case saleOnHold = "Sale on Hold"

    /// As a person may type it: caseless, `sale-on-hold` and `sale on hold` alike. Nil where it is none.
    package init?(typed text: String) {
        let wanted = text.lowercased().replacing("-", with: " ")
        guard let status = OrderStatus.allCases.first(where: { $0.rawValue.lowercased() == wanted }) else {
            return nil
        }
        self = status
    }

    /// Nothing can be changed on the order afterwards: asked for twice.
    package var isFinal: Bool { self == .commissionable || isDead }

    /// Nothing is to be sent.
    package var isDead: Bool { [.rejected, .cancelled, .refunded].contains(self) }

    /// Somebody has to decide before anything is sent.
    package var isWaiting: Bool { [.pendingReview, .saleOnHold].contains(self) }
}
