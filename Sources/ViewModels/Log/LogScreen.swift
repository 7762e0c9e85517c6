import Model

/// The audit log, newest first: of one purchase or of all.
package struct LogScreen: Sendable, Hashable {
    package var purchase: PurchaseKey?
    package var entries: [AuditEntry]
    package var isLoading: Bool
    package var scroll = Scroll()

    package init(of purchase: PurchaseKey? = nil) {
        self.purchase = purchase
        entries = []
        isLoading = true
    }
}
