import Model

/// Marks that the list does not show stand in the way of an action: show them, or drop them.
package struct HiddenMarks: Sendable, Hashable {
    package var hidden: [PurchaseKey]
    package var marked: Int
    package init(hidden: [PurchaseKey], marked: Int) {
        self.hidden = hidden
        self.marked = marked
    }

    package var title: String { "Marks out of sight" }
    package var sentence: String {
        marked == 1
            ? "The marked purchase is not in the list as it is filtered now."
            : "\(hidden.count) of \(marked) marked purchases are not in the list as it is filtered now."
    }
}
