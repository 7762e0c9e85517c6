import Model

/// Why purchases are kept back on this box.
package struct HoldForm: Sendable, Hashable {
    package var keys: [PurchaseKey]
    /// `1043  Müller, Zoë`, `12 purchases, 3 on hold already`.
    package var subject: String
    package var form: Form
}
