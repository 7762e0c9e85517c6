import Model

extension PurchaseList {
    /// The tabs with their counts.
    package var tabs: [ListTab] { [] }
    /// `page 3 of 25`, `page 3` or `counting…`.
    package var pageWords: String { "" }
    /// `2 marked (4 items)`; nil without marks.
    package var markWords: String? { nil }
    /// Whether the row at this index of `rows` is inside the range that `v` began.
    package func isInRange(_ index: Int) -> Bool { false }
}
