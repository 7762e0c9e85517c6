import Model

/// One page as it was answered.
package struct PurchasesPage: Sendable, Hashable {
    package var purchases: [Purchase]
    /// Rows that could not be read; each loses only itself.
    package var setAside: [SetAside]
    /// Listed, but how they are cannot be read: they stand among the purchases as last told.
    package var unread: Set<PurchaseID>

    package init(
        purchases: [Purchase], setAside: [SetAside] = [], unread: Set<PurchaseID> = []
    ) {
        self.unread = unread
        self.purchases = purchases
        self.setAside = setAside
    }

    /// Rows in the answer, read or not. The list ends at a page without any.
    package var rowCount: Int { purchases.count + setAside.count }
}

/// A purchase that does not decode: reported, never a reason to drop its page.
package struct SetAside: Sendable, Hashable {
    /// Where it stood on its page; the first is 0.
    package var row: Int
    /// Where at least that could be read.
    package var id: PurchaseID?
    /// The field that was wrong, as a path: `store_purchased_items[2].quantity_purchased`. Empty: the row
    /// itself.
    package var field: String
    /// What was wrong with it, for people. Nothing of the field's value.
    package var problem: String
    /// Told in its place: of rows that are as they should be, and are still no purchases.
    package var sentence: String?

    package init(row: Int, id: PurchaseID?, field: String, problem: String) {
        self.row = row
        self.id = id
        self.field = field
        self.problem = problem
    }
}
