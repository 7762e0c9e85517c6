import Model

/// Why a purchase is kept back on this box.
package struct HoldForm: Sendable, Hashable {
    package var key: PurchaseKey
    package var purchaser: String
    package var form: Form
}
